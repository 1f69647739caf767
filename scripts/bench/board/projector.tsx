import { createRoot } from 'react-dom/client'
import { App } from '../../../renderer/projector/app'
import { setupI18n } from '../../../renderer/shared/i18n/setup-i18n'
import { ClientProvider } from '../../../renderer/shared/replica/react'
import { createReplica } from '../../../renderer/shared/replica/replica'
import { createClient } from '../../../renderer/shared/transport/client'
import { boardRecords } from './board-records'
import { createMemoryHost } from './memory-host'
import '../../../renderer/projector/projector.css'

/** The projector's page with a board of so many cards, and a host in memory. */
const start = async (): Promise<void> => {
  await setupI18n({ namespaces: ['common', 'projector', 'boards', 'result'] })
  const cards = Number(new URLSearchParams(location.search).get('n') ?? 0)
  const stage = { view: 'board', boardId: 'board-1', entryId: 'theme-2' } as const
  const records = boardRecords({ cards }).map((record) => (record.type === 'session' ? { ...record, stage } : record))
  const host = createMemoryHost(records)
  const client = createClient({
    openWire: host.openWire,
    hello: () => ({ role: 'projector', proof: { kind: 'window' } }),
  })
  const replica = createReplica(client)
  await new Promise<void>((resolve) => {
    if (client.status() === 'online') resolve()
    else client.onStatus((status) => (status === 'online' ? resolve() : undefined))
  })
  const root = document.getElementById('root')
  if (!root) return
  window.boardPage = { host, startedAt: performance.now() }
  createRoot(root).render(
    <ClientProvider client={client} replica={replica}>
      <App />
    </ClientProvider>,
  )
}

void start()

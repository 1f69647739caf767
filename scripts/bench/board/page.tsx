import { createRoot } from 'react-dom/client'
import { layoutSchema } from '../../../core/model/board'
import { BoardPlace } from '../../../renderer/facilitator/board/board-place'
import { registerActions } from '../../../renderer/facilitator/app/actions'
import { useShortcuts } from '../../../renderer/facilitator/app/use-shortcuts'
import { setupI18n } from '../../../renderer/shared/i18n/setup-i18n'
import { LookProvider } from '../../../renderer/shared/look/look-provider'
import { createGuesser } from '../../../renderer/shared/replica/guess'
import { ClientProvider } from '../../../renderer/shared/replica/react'
import { createReplica } from '../../../renderer/shared/replica/replica'
import { createClient } from '../../../renderer/shared/transport/client'
import { boardRecords } from './board-records'
import type { MemoryHost } from './memory-host'
import { createMemoryHost } from './memory-host'
import '../../../renderer/shared/look/look.css'
import '../../../renderer/shared/look/mantine.css'
import '../../../renderer/facilitator/app/place.css'
import './page.css'

/** For the driver: changes from outside, and when the board first stood. */
declare global {
  interface Window {
    boardPage?: { readonly host: MemoryHost; readonly startedAt: number }
  }
}

const nowhere = (): void => undefined

const Shortcuts = () => {
  useShortcuts(nowhere)
  return null
}

const start = async (): Promise<void> => {
  const query = new URLSearchParams(location.search)
  const number = (name: string): number => Number(query.get(name) ?? 0)
  const theme = query.get('theme')
  if (theme !== null) document.documentElement.dataset['theme'] = theme
  await setupI18n({ namespaces: ['common', 'shell', 'actions', 'boards', 'errors', 'board'] })
  const host = createMemoryHost(
    boardRecords({
      cards: number('n'),
      hard: query.has('hard'),
      hidden: number('hidden'),
      held: number('held'),
      layout: layoutSchema.catch('matrix').parse(query.get('layout')),
    }),
  )
  const client = createClient({
    openWire: host.openWire,
    hello: () => ({ role: 'facilitator', proof: { kind: 'window' } }),
  })
  const replica = createReplica(client, createGuesser(client))
  registerActions({
    'edit.undo': {
      enabled: () => true,
      run: async () => {
        await client.request('history.undo', {})
      },
    },
  })
  await new Promise<void>((resolve) => {
    if (client.status() === 'online') resolve()
    else client.onStatus((status) => (status === 'online' ? resolve() : undefined))
  })
  const root = document.getElementById('root')
  if (!root) return
  window.boardPage = { host, startedAt: performance.now() }
  createRoot(root).render(
    <LookProvider>
      <ClientProvider client={client} replica={replica}>
        <Shortcuts />
        <main className="bench-sheet">
          {query.has('board') ? <BoardPlace boardId="board-1" /> : <BoardPlace boardId="board-1" stepId="step-0" />}
        </main>
      </ClientProvider>
    </LookProvider>,
  )
}

void start()

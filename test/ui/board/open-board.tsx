import { render } from '@testing-library/react'
import { boardRecords } from '../../../scripts/bench/board/board-records'
import type { BoardOptions } from '../../../scripts/bench/board/board-records'
import { createMemoryHost } from '../../../scripts/bench/board/memory-host'
import type { MemoryHost } from '../../../scripts/bench/board/memory-host'
import { registerActions } from '../../../renderer/facilitator/app/actions'
import { selection } from '../../../renderer/facilitator/app/selection'
import { useShortcuts } from '../../../renderer/facilitator/app/use-shortcuts'
import { BoardPlace } from '../../../renderer/facilitator/board/board-place'
import { setupI18n } from '../../../renderer/shared/i18n/setup-i18n'
import { LookProvider } from '../../../renderer/shared/look/look-provider'
import { createGuesser } from '../../../renderer/shared/replica/guess'
import { ClientProvider } from '../../../renderer/shared/replica/react'
import { createReplica } from '../../../renderer/shared/replica/replica'
import { createClient } from '../../../renderer/shared/transport/client'

const nowhere = (): void => undefined

const Shortcuts = () => {
  useShortcuts(nowhere)
  return null
}

/** The board with a host in memory, as the facilitator's page shows it. */
export const openBoard = async (options: BoardOptions, view: 'map' | 'outline' = 'map'): Promise<MemoryHost> => {
  localStorage.setItem('polyphony.board.view', view)
  selection.closeDrawer()
  selection.clear()
  await setupI18n({ namespaces: ['common', 'shell', 'actions', 'boards', 'errors', 'board', 'import'] })
  const host = createMemoryHost(boardRecords(options))
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
  render(
    <LookProvider>
      <ClientProvider client={client} replica={replica}>
        <Shortcuts />
        <BoardPlace boardId="board-1" stepId="step-0" />
      </ClientProvider>
    </LookProvider>,
  )
  return host
}

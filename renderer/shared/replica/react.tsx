import { createContext, useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import type { Table } from '@core/model/document'
import type { Lab } from '@core/model/lab'
import type { RecordMap, RecordType } from '@core/model/records'
import type { Session } from '@core/model/session'
import type { Role } from '@core/protocol/roles'
import type {
  DoneView,
  HeardView,
  HistoryView,
  JobView,
  Notice,
  ReachView,
  RoomView,
  SaveState,
  Settings,
  Turnout,
} from '@core/protocol/views'
import type { Client, ClientStatus } from '../transport/client'
import type { OrderedType } from './document-replica'
import type { HostFacts } from './host-state'
import type { Replica } from './replica'

type PageState = { readonly client: Client; readonly replica: Replica }

const PageContext = createContext<PageState | null>(null)

const usePage = (): PageState => {
  const page = useContext(PageContext)
  if (!page) throw new Error('ClientProvider is missing above this component')
  return page
}

/** Makes the connection and the document known to everything below. Both are made once per page. */
export const ClientProvider = (props: {
  readonly client: Client
  readonly replica: Replica
  readonly children: ReactNode
}) => {
  const { client, replica, children } = props
  const page = useMemo(() => ({ client, replica }), [client, replica])
  return <PageContext.Provider value={page}>{children}</PageContext.Provider>
}

export const useClient = (): Client => usePage().client
export const useReplica = (): Replica => usePage().replica

/** Whose page this is: a helper's leaves out what only the facilitator may do. Null before the first welcome. */
export const useRole = (): Role | null => {
  const { client } = usePage()
  return useSyncExternalStore(client.onWelcome, () => client.welcome()?.role ?? null)
}

/** A helper on another computer: works on the boards and runs the steps, but does not plan, open votes or close. */
export const useHelper = (): boolean => useRole() === 'co-facilitator'

export const useStatus = (): ClientStatus => {
  const { client } = usePage()
  return useSyncExternalStore(client.onStatus, client.status)
}

/** Re-renders when this one record changes; undefined when there is none. */
export const useRecord = <T extends RecordType>(type: T, id: string | null | undefined): RecordMap[T] | undefined => {
  const { replica } = usePage()
  const subscribe = useCallback(
    (listener: () => void) => (id == null ? () => undefined : replica.subscribeRecord(type, id, listener)),
    [replica, type, id],
  )
  return useSyncExternalStore(subscribe, () => (id == null ? undefined : replica.view[type].get(id)))
}

/** All records of a type. The map is a new object after each change of the table, and never changes itself. */
export const useTable = <T extends RecordType>(type: T): Table<T> => {
  const { replica } = usePage()
  const subscribe = useCallback((listener: () => void) => replica.subscribeTable(type, listener), [replica, type])
  return useSyncExternalStore(subscribe, () => replica.table(type))
}

/** All records of a type, by order key. */
export const useOrdered = <T extends OrderedType>(type: T): readonly RecordMap[T][] => {
  const { replica } = usePage()
  const subscribe = useCallback((listener: () => void) => replica.subscribeTable(type, listener), [replica, type])
  return useSyncExternalStore(subscribe, () => replica.orderedTable(type))
}

/** The session is open elsewhere or its folder cannot be written: pages leave out what would change it. */
export const useReadOnly = (): boolean => {
  const replica = useReplica()
  useTable('session')
  return replica.snapshot()?.readOnly ?? false
}

export const useSession = (): Session | undefined => useTable('session').values().next().value
export const useLab = (): Lab | undefined => useTable('lab').values().next().value

/** Document commands: shown at once, taken back if refused. */
export const useRun = (): Replica['run'] => usePage().replica.run
export const useRequest = (): Client['request'] => usePage().client.request

const useHostFact = <F extends keyof HostFacts>(fact: F): HostFacts[F] => {
  const { host } = usePage().replica
  return useSyncExternalStore(host.subscribe, () => host.get()[fact])
}

export const useRoom = (): RoomView | null => useHostFact('room')
export const useReach = (): ReachView | null => useHostFact('reach')
export const useHistory = (): HistoryView => useHostFact('history')
export const useSettings = (): Settings | null => useHostFact('settings')
export const useJobs = (): ReadonlyMap<string, JobView> => useHostFact('jobs')
export const useTurnout = (voteId: string | null | undefined): Turnout | undefined =>
  useHostFact('turnouts').get(voteId ?? '')
/** Undefined until somebody said so in this step. */
export const useDone = (stepId: string | null | undefined): DoneView | undefined =>
  useHostFact('dones').get(stepId ?? '')

export const useHeard = (): HeardView | null => useHostFact('heard')
export const useNotices = (): readonly Notice[] => useHostFact('notices')
export const useDismissNotice = (): ((notice: Notice) => void) => usePage().replica.host.dismissNotice

/** What the host says of the disk, and `saving` while a change of this page has no answer. */
export const useSaveState = (): SaveState => {
  const { replica } = usePage()
  const save = useHostFact('save')
  const pending = useSyncExternalStore(replica.subscribePending, replica.pendingCount)
  return useMemo(
    () => (save.state === 'saved' && pending > 0 ? { ...save, state: 'saving', unsaved: pending } : save),
    [save, pending],
  )
}

/** The host's clock in ms, renewed every `intervalMs`; timers on all screens show the same. */
export const useNow = (intervalMs: number): number => {
  const { client } = usePage()
  const [now, setNow] = useState(() => Date.now() + client.clockSkew())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() + client.clockSkew()), intervalMs)
    return () => clearInterval(timer)
  }, [client, intervalMs])
  return now
}

import type { EventKind } from '@core/model/work'
import type { Role } from '@core/protocol/roles'
import type { Turnout } from '@core/protocol/views'
import type { Comparisons } from './compare'
import type { Connections } from './connections'
import type { Hearing } from './hearing'
import type { HomeIndex } from './home-index'
import type { Jobs } from './jobs'
import type { LastShown } from './last-shown'
import type { Library } from './library'
import type { Links } from './links'
import type { Outgoing } from './outgoing'
import type { HostDeps } from './ports'
import type { Previews } from './previews'
import type { Reach } from './reach'
import type { Room } from './room'
import type { Sessions } from './sessions'
import type { SettingsStore } from './settings'
import type { Slips } from './slips'
import type { Votes } from './votes'

/** The parts of the host that handlers work with. */
export type Services = {
  readonly deps: HostDeps
  readonly settings: SettingsStore
  readonly links: Links
  readonly connections: Connections
  readonly sessions: Sessions
  readonly home: HomeIndex
  readonly library: Library
  readonly room: Room
  readonly reach: Reach
  /** Codes of printed slips. */
  readonly slips: Slips
  readonly votes: Votes
  readonly hearing: Hearing
  readonly jobs: Jobs
  readonly comparisons: Comparisons
  readonly previews: Previews
  /** What stood there before a projector went blank. */
  readonly lastShown: LastShown
  /** Where the laptop's pages are served in the browser version. */
  readonly origin: () => string | null
  /** As much of the turnout as a role may know. */
  readonly turnoutFor: (role: Role, turnout: Turnout) => Outgoing
  /** `YYYY-MM-DD` where this computer is. */
  readonly today: () => string
  /** Puts an event into the log for the minutes of the open session. */
  readonly note: (kind: EventKind, ref?: string) => void
}

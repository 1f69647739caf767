import type { CommandContext } from '../commands/command'
import type { Session } from '../model/session'

type Start = { readonly sessionId: string; readonly title: string; readonly day: string; readonly templateKey?: string }

/** A session that has not begun, with the defaults of every new one; the projector shows how to join. */
export const sessionStart = (start: Start, labId: string, context: CommandContext): Session => ({
  type: 'session',
  id: start.sessionId,
  title: start.title,
  labId,
  day: start.day,
  timeZone: 'UTC',
  lang: 'en',
  state: 'prepared',
  stage: { view: 'join' },
  k: { room: 3, public: 5 },
  ...(start.templateKey === undefined ? {} : { templateKey: start.templateKey }),
  createdAt: new Date(context.now).toISOString(),
})

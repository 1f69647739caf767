import type { Diff } from '@core/change/diff'
import type { Stage } from '@core/model/session'

/** What each projector showed before it went blank; groups by id, '' is everybody's. */
export const createLastShown = () => {
  const before = new Map<string, Stage>()
  return {
    note: ({ changed = [] }: Diff): void => {
      for (const { type, id, from, to } of changed) {
        if (type !== 'session' && type !== 'group') continue
        const was = from['stage'] as Stage | undefined // the field of this name of these records
        const is = to['stage'] as Stage | undefined
        if (was !== undefined && was.view !== 'blank' && is?.view === 'blank')
          before.set(type === 'group' ? id : '', was)
      }
    },
    /** The step, where nothing is known: after a restart. */
    before: (groupId: string | undefined): Stage => before.get(groupId ?? '') ?? { view: 'step' },
    clear: (): void => before.clear(),
  }
}
export type LastShown = ReturnType<typeof createLastShown>

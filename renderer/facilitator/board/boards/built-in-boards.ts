import type { Axis, AxisEntry, Layout, Topic } from '@core/model/board'
import type { Label } from '@core/model/text'

/** A board that comes with the app; its words are keys of the `boards` namespace, as in the session templates. */
export interface BuiltInBoard {
  readonly key: string
  readonly label: Label
  readonly layout: Layout
  readonly axes: readonly Axis[]
}

const entry = (group: string, id: string, topic?: Topic): AxisEntry => ({
  id,
  label: { key: `boards:${group}.${id}` },
  ...(topic === undefined ? {} : { topic }),
})

const THEMES: readonly Topic[] = [
  'organisation',
  'legislation',
  'collaboration',
  'staff',
  'resources',
  'trust',
  'reactive',
]
const LEVELS: readonly Topic[] = ['structural', 'community', 'individual']

const axis = (id: string, entries: readonly AxisEntry[]): Axis => ({
  id,
  label: { key: `boards:axis.${id}` },
  entries: [...entries],
})

const built = (key: string, layout: Layout, ...axes: readonly Axis[]): BuiltInBoard => ({
  key,
  label: { key: `boards:board.${key}` },
  layout,
  axes,
})

const plain = (group: string, ids: readonly string[]): readonly AxisEntry[] => ids.map((id) => entry(group, id))

export const BUILT_IN_BOARDS: readonly BuiltInBoard[] = [
  built(
    'challengeMap',
    'matrix',
    axis(
      'theme',
      THEMES.map((topic) => entry('theme', topic, topic)),
    ),
    axis(
      'level',
      LEVELS.map((topic) => entry('level', topic, topic)),
    ),
  ),
  built('ideas', 'columns', axis('stage', plain('stage', ['idea', 'tryOut', 'works', 'daily']))),
  built('bring', 'columns', axis('bring', plain('bring', ['family', 'network', 'professionals']))),
  built('sort', 'columns', axis('sort', plain('sort', ['good', 'hard', 'wish']))),
]

import type { DocumentView } from '../model/document'
import { ordered, sessionOf } from '../model/document'
import type { Activity } from '../model/work'
import type { Block } from './model'
import { day, figure, hiddenFigure, plain, say } from './model'
import type { Audience } from './voice-refs'

/** What the lab did between meetings, oldest first. Pictures stay in the session file: people can be seen on them. */
export const activityBlocks = (view: DocumentView, audience: Audience): Block[] => {
  const activities = ordered(view, 'activity').toSorted((a, b) => compare(a.on ?? '', b.on ?? ''))
  if (activities.length === 0) return []
  const k = audience === 'public' ? (sessionOf(view)?.k.public ?? 5) : 1
  return [
    { b: 'paragraph', words: say('activities.count', { count: activities.length }) },
    {
      b: 'table',
      id: 'activities',
      title: say('activities.table'),
      columns: [
        { id: 'day', title: say('column.day'), kind: 'words' },
        { id: 'activity', title: say('column.activity'), kind: 'words' },
        { id: 'kind', title: say('column.kind'), kind: 'words' },
        { id: 'where', title: say('column.place'), kind: 'words' },
        { id: 'text', title: say('column.what'), kind: 'words' },
        { id: 'people', title: say('column.people'), kind: 'figure' },
      ],
      rows: activities.map((activity) => [
        activity.on === undefined ? say('notSet') : day(activity.on),
        plain(activity.title),
        activity.kind === undefined ? say('notSet') : say(`activityKind.${activity.kind}`),
        activity.place === undefined ? say('notSet') : plain(activity.place),
        plain(activity.text ?? ''),
        peopleFigure(activity, k),
      ]),
    },
  ]
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Of a visit to two people, a place and a day, outsiders could know who they are. */
const peopleFigure = ({ id, people }: Activity, k: number) => {
  if (people === undefined) return say('notSet')
  const name = `activity.${id}.people`
  return people > 0 && people < k ? hiddenFigure(name, 'count') : figure(name, people, 'count')
}

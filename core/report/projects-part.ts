import type { DocumentView } from '../model/document'
import { ordered } from '../model/document'
import type { Project } from '../model/work'
import type { Block, TableBlock, Words } from './model'
import { day, listed, plain, say } from './model'
import type { Audience, VoiceGroup } from './voice-refs'
import { ownerWords, voiceGroups } from './voice-refs'

/** Innovation projects: one table, then each in full. Stopped ones stay in it: what did not work is a finding too. */
export const projectBlocks = (
  view: DocumentView,
  audience: Audience,
  groups: readonly VoiceGroup[] = voiceGroups(view, audience),
): Block[] => {
  const projects = ordered(view, 'project')
  if (projects.length === 0) return []
  return [
    projectTable(view, projects, groups),
    ...projects.flatMap((project): Block[] => [
      { b: 'heading', id: `project-${project.id}`, level: 3, title: plain(project.title) },
      { b: 'facts', rows: factsOf(view, project, groups) },
    ]),
  ]
}

const spanWords = ({ from, to }: Project): Words => {
  if (from === undefined && to === undefined) return say('notSet')
  if (from === undefined) return say('projects.until', { to: day(to ?? '') })
  return to === undefined
    ? say('projects.from', { from: day(from) })
    : say('projects.span', { from: day(from), to: day(to) })
}

const projectTable = (view: DocumentView, projects: readonly Project[], groups: readonly VoiceGroup[]): TableBlock => ({
  b: 'table',
  id: 'projects',
  title: say('projects.table'),
  columns: [
    { id: 'project', title: say('column.project'), kind: 'words' },
    { id: 'state', title: say('column.state'), kind: 'words' },
    { id: 'owner', title: say('column.owner'), kind: 'words' },
    { id: 'time', title: say('column.time'), kind: 'words' },
  ],
  rows: projects.map((project) => [
    plain(project.title),
    say(`projectState.${project.state}`),
    ownerWords(view, project.owner, groups),
    spanWords(project),
  ]),
})

const factsOf = (view: DocumentView, project: Project, groups: readonly VoiceGroup[]) => {
  const rows: { title: Words; words: Words }[] = []
  const add = (key: string, words: Words | null): void => {
    if (words) rows.push({ title: say(`field.${key}`), words })
  }
  const long = (key: 'aim' | 'targetGroup' | 'activities' | 'results'): void =>
    add(key, project[key] === undefined ? null : plain(project[key]))
  add('status', say(`projectState.${project.state}`))
  long('aim')
  long('targetGroup')
  add('partners', project.partners.length === 0 ? null : listed(project.partners.map(plain)))
  add('time', spanWords(project))
  add('owner', project.owner ? ownerWords(view, project.owner, groups) : null)
  long('activities')
  long('results')
  const indicators = project.indicatorIds.flatMap((id) => view.indicator.get(id) ?? [])
  add('indicators', indicators.length === 0 ? null : listed(indicators.map(({ name }) => plain(name))))
  return rows
}

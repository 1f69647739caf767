import { labGroups, labK, peopleFigure, presentIn } from './lab-groups'
import type { LabData, LabSession } from './lab-sources'
import type { Block, Cell } from './model'
import { day, figure, hiddenFigure, listed, plain, say } from './model'
import { byAudience, paragraph } from './report-parts'
import type { Audience, VoiceGroup } from './voice-refs'

/** Files that could not be read are never passed over in silence; their names can hold anything: in public only their number. */
export const leftOutBlocks = ({ overview: { damaged } }: LabData): Block[] => {
  const count = damaged.length
  if (count === 0) return []
  const files = listed(damaged.map(({ fileName }) => plain(fileName)))
  return [
    byAudience((audience) => [
      {
        b: 'notice',
        words: audience === 'public' ? say('compare.leftOut.damaged', { count }) : say('lab.damaged', { count, files }),
      },
    ]),
  ]
}

/** Each session with its people by voice; sessions that went on side by side are marked. */
export const sessionBlocks = (data: LabData, audience: Audience): Block[] => {
  if (data.held.length === 0) return [paragraph(say('lab.never'))]
  const branches = new Set(data.held.map(({ branch }) => branch)).size
  return [
    peopleOverTime(data, audience, data.held),
    ...(branches > 1 ? [paragraph(say('lab.branches', { count: branches - 1 }))] : []),
  ]
}

/** People by voice and session: rows are sessions. Empty without anybody counted; the page says so then. */
export const peopleOverTime = (data: LabData, audience: Audience, sessions: readonly LabSession[]): Block => {
  const groups = labGroups(data, audience).filter((group) => group.present > 0)
  const least = audience === 'public' ? labK(data, 'public') : 1
  const branched = sessions.some(({ branch }) => branch > 0)
  const joined = groups.some((group) => group.voices.length > 1)
  return {
    b: 'table',
    id: 'sessions',
    title: say('lab.people'),
    columns: [
      { id: 'day', title: say('column.day'), kind: 'words' },
      { id: 'session', title: say('lab.session'), kind: 'words' },
      ...groups.map((group, index) => ({ id: `group-${index}`, title: group.ref.name, kind: 'figure' as const })),
      { id: 'all', title: say('column.all'), kind: 'figure' },
      ...(branched ? [{ id: 'branch', title: say('lab.branch'), kind: 'words' as const }] : []),
    ],
    rows: sessions.map((one): Cell[] => [
      day(one.session.day),
      plain(one.session.title),
      ...peopleCells(one, groups, least),
      ...(branched ? [one.branch === 0 ? say('lab.main') : say('lab.branchOf', { number: one.branch })] : []),
    ]),
    ...(joined ? { note: say('people.joined') } : {}),
  }
}

/** With one voice hidden, the sum would give it away. */
const peopleCells = ({ view, session }: LabSession, groups: readonly VoiceGroup[], least: number): Cell[] => {
  const id = `lab.${session.id}.people`
  const cells = groups.map((group, index) => peopleFigure(`${id}.${index}`, presentIn(view, group), least))
  const all = groups.reduce((sum, group) => sum + presentIn(view, group), 0)
  // Noughts would say that nobody came.
  if (all === 0) return [...cells.map(() => say('lab.notCounted')), say('lab.notCounted')]
  const isHidden = cells.some(({ suppressed }) => suppressed === true)
  return [...cells, isHidden ? hiddenFigure(`${id}.all`, 'count') : figure(`${id}.all`, all, 'count')]
}

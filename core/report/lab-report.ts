import { activityBlocks } from './activities-part'
import { coverMeta } from './cover-meta'
import { indicatorBlocks } from './indicators-part'
import { labDecisionBlocks } from './lab-decisions'
import { labGroups, newestDay } from './lab-groups'
import { labMethodBlocks, labRemovals } from './lab-method'
import { labPulseBlocks } from './lab-pulse'
import { sessionBlocks, leftOutBlocks } from './lab-sessions'
import type { LabAsk } from './lab-sources'
import { labData } from './lab-sources'
import { labTaskBlocks } from './lab-tasks'
import type { Block, ReportModel, Words } from './model'
import { day, plain, say } from './model'
import { questionBlocks } from './outcomes-part'
import { projectBlocks } from './projects-part'
import { byAudience, paragraph, partOf } from './report-parts'

/**
 * A lab over time: its sessions with people by voice, tasks done, decisions kept, indicators, feedback. Before redaction, as
 * every builder's. One session is enough; what needs two (a line) is left out then.
 */
export const buildLabReport = (ask: LabAsk): ReportModel => {
  const data = labData(ask)
  const { lab, merged, overview } = data
  return {
    model: 'polyphony-report',
    version: 1,
    kind: 'lab',
    profile: 'internal',
    title: say('lab.title', { lab: plain(overview.name) }),
    lab: plain(overview.name),
    day: newestDay(data, ask.view),
    meta: coverMeta(lab),
    summary: [{ b: 'lead', words: leadOf(data) }, ...leftOutBlocks(data)],
    parts: [
      partOf('sessions', [byAudience((audience) => sessionBlocks(data, audience))]),
      partOf('labTasks', [byAudience((audience) => labTaskBlocks(data, audience, ask.today))]),
      partOf('labDecisions', [byAudience((audience) => labDecisionBlocks(data, audience))]),
      partOf('indicators', indicatorBlocks(merged)),
      partOf('pulse', [byAudience((audience) => labPulseBlocks(data, audience))]),
      partOf('dialogue', statementBlocks(data)),
      partOf('projects', [byAudience((audience) => projectBlocks(merged, audience, labGroups(data, audience)))]),
      partOf('activities', [byAudience((audience) => activityBlocks(merged, audience))]),
      partOf('open', questionBlocks(merged)),
      partOf('method', [byAudience((audience) => labMethodBlocks(data, audience))]),
    ],
    removed: labRemovals(data),
  }
}

type Data = ReturnType<typeof labData>

/** How long and how often, what was done and what was kept. */
const leadOf = ({ held, overview }: Data): Words[] => {
  const first = held[0]?.session.day
  const last = held.at(-1)?.session.day
  if (first === undefined || last === undefined) return [say('lab.never')]
  const tasks = overview.tasks.filter(({ state }) => state !== 'dropped')
  const done = tasks.filter(({ state }) => state === 'done').length
  const met =
    held.length === 1
      ? say('lab.metOnce', { on: day(first) })
      : say('lab.met', { count: held.length, from: day(first), to: day(last) })
  return [met, tasks.length === 0 ? say('tasks.none') : say('lab.tasksDone', { done, count: tasks.length })]
}

const statementBlocks = ({ overview: { statements } }: Data): Block[] =>
  statements.all === 0
    ? []
    : [paragraph(say('lab.statements', { count: statements.all, unanswered: statements.unanswered }))]

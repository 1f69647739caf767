import type { DocumentView } from '../model/document'
import { labOf, sessionOf } from '../model/document'
import { activityBlocks } from './activities-part'
import { chainBlocks } from './chain-part'
import { annexBlocks, boardBlocks } from './contributions-part'
import { coverMeta } from './cover-meta'
import { indicatorBlocks } from './indicators-part'
import { builtRemovals, methodBlocks } from './method-part'
import { minutesBlocks } from './minutes-part'
import type { Block, Part, ReportModel } from './model'
import { plain, say } from './model'
import { notebookBlocks } from './notebook-part'
import { decisionBlocks, questionBlocks, taskTable } from './outcomes-part'
import { peopleBlocks } from './people-part'
import { projectBlocks } from './projects-part'
import { pulseBlocks } from './pulse-part'
import { byAudience, partOf } from './report-parts'
import { summaryBlocks } from './summary-part'
import { votesBlocks } from './votes-part'

/**
 * The whole report of a session, before redaction: holds names and unreleased words. Pass it through `redact` before
 * anything draws or writes it. A document without a session record gives an empty report.
 */
export const buildSessionReport = (view: DocumentView): ReportModel => {
  const session = sessionOf(view)
  const lab = labOf(view)
  return {
    model: 'polyphony-report',
    version: 1,
    kind: 'session',
    profile: 'internal',
    title: plain(session?.title ?? ''),
    lab: plain(lab?.name ?? ''),
    day: session?.day ?? '1970-01-01',
    meta: coverMeta(lab),
    summary: summaryBlocks(view),
    parts: partsOf(view),
    removed: builtRemovals(view),
  }
}

const partsOf = (view: DocumentView): Part[] => {
  const part = (id: string, breakBefore: boolean, blocks: readonly Block[]): Part => partOf(id, blocks, breakBefore)
  return [
    part('people', false, [byAudience((audience) => peopleBlocks(view, audience, 'part'))]),
    part('priorities', false, [byAudience((audience) => votesBlocks(view, audience))]),
    part('decisions', false, [byAudience((audience) => decisionBlocks(view, audience))]),
    part('tasks', false, [byAudience((audience) => taskTable(view, audience))]),
    part('open', false, questionBlocks(view)),
    part('projects', false, [byAudience((audience) => projectBlocks(view, audience))]),
    part('indicators', false, indicatorBlocks(view)),
    part('activities', false, [byAudience((audience) => activityBlocks(view, audience))]),
    part('pulse', false, [byAudience((audience) => pulseBlocks(view, audience))]),
    part('dialogue', false, [byAudience((audience) => chainBlocks(view, audience))]),
    part('boards', false, boardBlocks(view)),
    part('notebook', false, [byAudience((audience) => notebookBlocks(view, audience))]),
    part('minutes', false, minutesBlocks(view)),
    part('method', false, [byAudience((audience) => methodBlocks(view, audience))]),
    part('annex', view.card.size > 0, [
      { b: 'paragraph', words: say('annex.intro') },
      byAudience((audience) => annexBlocks(view, audience)),
    ]),
  ]
}

/** Names and aliases that redaction masks wherever they were written. */
export const knownNames = (view: DocumentView): string[] =>
  [...view.person.values()].flatMap((person) => [person.alias, ...(person.name ? [person.name] : [])])

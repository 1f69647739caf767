import type { Decision } from '../model/outcome'
import { labGroups } from './lab-groups'
import type { LabData } from './lab-sources'
import type { Block, Cell, TableBlock } from './model'
import { day, figure, plain, say } from './model'
import { behindCell, objectionsWords, recommendationTable } from './outcomes-part'
import { paragraph } from './report-parts'
import type { Audience } from './voice-refs'

const STATUSES = ['kept', 'agreed', 'proposed', 'changed', 'dropped'] as const

/** How many decisions were kept, then each with who stands behind it, and recommendations with their replies. */
export const labDecisionBlocks = (data: LabData, audience: Audience): Block[] => {
  const { decisions } = data.overview
  if (decisions.length === 0) return [paragraph(say('decisions.none'))]
  const agreements = decisions.filter(({ kind }) => kind === 'agreement')
  const recommendations = decisions.filter(({ kind }) => kind === 'recommendation')
  return [
    statusTable(agreements, recommendations),
    ...(agreements.length > 0 ? [agreementTable(data, agreements, audience, true)] : []),
    ...(recommendations.length > 0 ? [recommendationsOf(data, recommendations, audience)] : []),
  ]
}

const statusTable = (agreements: readonly Decision[], recommendations: readonly Decision[]): TableBlock => {
  const count = (of: readonly Decision[], kind: string, status: Decision['status']): Cell =>
    figure(`lab.decisions.${kind}.${status}`, of.filter((one) => one.status === status).length, 'count')
  return {
    b: 'table',
    id: 'lab-decisions-count',
    title: say('lab.decisionsCount'),
    columns: [
      { id: 'state', title: say('column.state'), kind: 'words' },
      { id: 'agreements', title: say('lab.agreements'), kind: 'figure' },
      { id: 'recommendations', title: say('lab.recommendations'), kind: 'figure' },
    ],
    rows: STATUSES.map((status): Cell[] => [
      say(`decisionStatus.${status}`),
      count(agreements, 'agreement', status),
      count(recommendations, 'recommendation', status),
    ]),
  }
}

/** `withDay`: when each was agreed, where there is room for it. */
export const agreementTable = (
  data: LabData,
  agreements: readonly Decision[],
  audience: Audience,
  withDay: boolean,
): TableBlock => {
  const groups = labGroups(data, audience)
  return {
    b: 'table',
    id: 'lab-agreements',
    title: say('lab.agreements'),
    columns: [
      { id: 'decision', title: say('column.decision'), kind: 'words' },
      ...(withDay ? [{ id: 'made', title: say('field.madeOn'), kind: 'words' } as const] : []),
      { id: 'behind', title: say('column.behind'), kind: 'words' },
      { id: 'objections', title: say('column.objections'), kind: 'words' },
      { id: 'state', title: say('column.state'), kind: 'words' },
      { id: 'review', title: say('column.review'), kind: 'words' },
    ],
    rows: agreements.map((decision): Cell[] => [
      plain(decision.wording),
      ...(withDay ? [day(decision.madeAt.slice(0, 10))] : []),
      behindCell(decision, groups, data.merged),
      objectionsWords(decision),
      say(`decisionStatus.${decision.status}`),
      decision.reviewOn === undefined ? say('notSet') : day(decision.reviewOn),
    ]),
  }
}

/** A recommendation without a reply is said to have none. */
export const recommendationsOf = (data: LabData, of: readonly Decision[], audience: Audience): TableBlock => {
  const groups = labGroups(data, audience)
  return recommendationTable(of, (decision) => behindCell(decision, groups, data.merged))
}

import type { EsnAsked, EsnForm, EsnTicks } from '../rules/esn'
import { ESN_LIMITS, ESN_PRINCIPLES, ESN_STATUSES, ESN_THEMES, esnFormOf, esnMissing, esnOver } from '../rules/esn'
import { coverMeta } from './cover-meta'
import type { EsnProposals } from './esn-fill'
import { esnProposals } from './esn-fill'
import { newestDay } from './lab-groups'
import { leftOutBlocks } from './lab-sessions'
import type { LabAsk } from './lab-sources'
import { labData } from './lab-sources'
import type { Block, Part, ReportModel, Words } from './model'
import { given, listed, plain, say, sayKey } from './model'
import { paragraph, partOf } from './report-parts'

/**
 * The practice form of the European Social Network, in its order and under its headings. Fields that nobody has written are
 * filled in from the records of the lab, and the form says which; what is missing or too long is said and never cut. Before
 * redaction. The contact is printed in every profile: the form is for people who want to ask; known names are masked.
 */
export const buildEsn = (ask: LabAsk): ReportModel => {
  const data = labData(ask)
  const form = esnFormOf(data.lab)
  const proposals = esnProposals(data.lab, data.overview)
  return {
    model: 'polyphony-report',
    version: 1,
    kind: 'esn',
    profile: 'internal',
    title: say('esn.title', { title: plain(form.title === '' ? data.overview.name : form.title) }),
    lab: plain(data.overview.name),
    day: newestDay(data, ask.view),
    meta: coverMeta(data.lab),
    summary: [...noticeBlocks(form, proposals), ...leftOutBlocks(data)],
    parts: [
      partOf('esnAbout', aboutBlocks(form)),
      partOf('esnThemes', tickBlocks('theme', ESN_THEMES, form.themes, form.otherTheme)),
      partOf('esnPrinciples', principleBlocks(form)),
      partOf('esnStatus', tickBlocks('status', ESN_STATUSES, form.statuses, form.otherStatus)),
      partOf('esnContext', textBlocks(form.context, proposals.context)),
      partOf('esnObjectives', objectiveBlocks(form, proposals)),
      partOf('esnActivities', textBlocks(form.activities, proposals.activities, 'esn-activities')),
      partOf('esnOutcomes', textBlocks(form.outcomes, proposals.outcomes, 'esn-outcomes')),
      partOf('esnLinks', form.links.length === 0 ? [none()] : [listBlock('esn-links', form.links.map(given))]),
      partOf('esnTips', form.tips === '' ? [none()] : textBlocks(form.tips, [])),
    ] satisfies Part[],
    // Of people, this form knows the contact alone.
    removed: [{ what: 'people', count: data.merged.person.size }],
  }
}

const FILLED = ['context', 'objectives', 'activities', 'outcomes'] as const

/** What whoever sends the form in must know first; a complete form has none. */
const noticeBlocks = (form: EsnForm, proposals: EsnProposals): Block[] => {
  const filledIn = FILLED.filter((field) => form[field].length === 0 && proposals[field].length > 0)
  const missing = esnMissing(form).filter((field) => !filledIn.some((one) => one === field))
  const over = esnOver(form)
  const left = filledIn.includes('activities') ? proposals.left : 0
  const fields = (of: readonly EsnAsked[]): Words => listed(of.map((field) => say(`esn.field.${field}`)))
  const notices: Words[] = [
    ...(missing.length > 0 ? [say('esn.missing', { count: missing.length, fields: fields(missing) })] : []),
    ...(over.words > 0 ? [say('esn.tooManyWords', { count: over.words, limit: ESN_LIMITS.activityWords })] : []),
    ...(over.objectives > 0
      ? [say('esn.tooManyObjectives', { count: over.objectives, limit: ESN_LIMITS.objectives })]
      : []),
    ...(filledIn.length > 0 ? [say('esn.filledIn', { fields: fields(filledIn) })] : []),
    ...(left > 0 ? [say('esn.left', { count: left, limit: ESN_LIMITS.activityWords })] : []),
  ]
  return notices.map((words) => ({ b: 'notice', words }))
}

const nothing = (): Block => paragraph(say('notSet'))
const none = (): Block => paragraph(say('none'))

const listBlock = (id: string, items: readonly Words[]): Block => ({ b: 'list', id, items })

const aboutBlocks = (form: EsnForm): Block[] => {
  const row = (field: 'title' | 'organisations' | 'country' | 'contact', texts: readonly string[]) => ({
    title: say(`esn.field.${field}`),
    words: texts.join('') === '' ? say('notSet') : listed(texts.map(field === 'contact' ? given : plain)),
  })
  return [
    {
      b: 'facts',
      rows: [
        row('title', [form.title]),
        row('organisations', form.organisations),
        row('country', [form.country]),
        row('contact', [form.contact]),
      ],
    },
  ]
}

/** The whole list, ticked or not, as on the form; what belongs to "other" stands with it. */
const tickBlocks = <Value extends string>(
  what: 'theme' | 'status',
  list: readonly Value[],
  { ticked, own }: EsnTicks<Value>,
  other: string,
): Block[] => {
  const words = [...(other === '' ? [] : [other]), ...own]
  return [
    {
      b: 'checks',
      id: `esn-${what}`,
      items: list.map((value) => {
        const name = sayKey(`lab:${what}.${value}`)
        if (value !== 'other') return { ticked: ticked.includes(value), words: name }
        const isTicked = ticked.includes(value) || own.length > 0
        return {
          ticked: isTicked,
          words: isTicked && words.length > 0 ? say('esn.other', { name, text: listed(words.map(plain)) }) : name,
        }
      }),
    },
  ]
}

const principleBlocks = ({ principles }: EsnForm): Block[] => [
  {
    b: 'checks',
    id: 'esn-principle',
    items: ESN_PRINCIPLES.map((principle, index) => ({
      ticked: principles.includes(index + 1),
      words: say('esn.principle', { number: index + 1, name: sayKey(`lab:principle.${principle}`) }),
    })),
  },
]

/** Line by line as it was written; without anything, what the records of the lab say. */
const textBlocks = (text: string, proposed: readonly Words[], id?: string): Block[] => {
  const lines = text.split(/\s*\n\s*/).filter((one) => one !== '')
  if (lines.length > 0) return lines.map((one) => paragraph(plain(one)))
  if (proposed.length === 0) return [nothing()]
  return id !== undefined && proposed.length > 1 ? [listBlock(id, proposed)] : proposed.map(paragraph)
}

const objectiveBlocks = ({ objectives }: EsnForm, proposals: EsnProposals): Block[] => {
  const said = objectives.length > 0 ? objectives : proposals.objectives
  return said.length === 0 ? [nothing()] : [listBlock('esn-objectives', said.map(plain))]
}

import { escapeMarkup } from '@core/charts/svg'
import { VOICE_LOOKS } from '@core/charts/voice-looks'
import type { Block, Cell, Part, ReportModel, TableBlock, VoiceRef } from '@core/report/model'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { blockHtml } from './html'
import { markHtml } from './html-table'

/** One page for those who said it: large type, what was said on the left, what came of it on the right. */
export const familiesHtml = (model: ReportModel, reader: Reader): string => {
  const words = (key: string): string => escapeMarkup(reader.words(say(key)))
  const about = escapeMarkup(reader.words(say('families.for', { when: { t: 'day', day: model.day } })))
  const lab = escapeMarkup(reader.words(model.lab))
  const several = voicesIn(model, reader).length > 1
  const parts = model.parts.map((part) => partHtml(part, reader, several)).join('')
  return `<header class="cover"><p class="for">${about}<br>${lab}</p><div class="title"><h1>${escapeMarkup(reader.words(model.title))}</h1>${ownMark(model, reader)}</div></header><span id="contents"></span><p class="unseen">${words('families.table')}</p>${parts}`
}

const partHtml = (part: Part, reader: Reader, several: boolean): string => {
  const title = escapeMarkup(reader.words(part.title))
  const [table] = part.blocks.filter((block) => block.b === 'table')
  if (table)
    return `<section class="answers"><h2 class="unseen" id="${part.id}">${title}</h2>${answersHtml(table, reader, several)}</section>`
  if (part.id === 'answers') return part.blocks.map((block) => bodyHtml(block, reader)).join('')
  const isBox = part.blocks.some((block) => block.b === 'list')
  const body = part.blocks.map((block) => bodyHtml(block, reader)).join('')
  return `<section class="${isBox ? 'box' : 'says'}" aria-labelledby="${part.id}"><h2 id="${part.id}">${title}</h2>${body}</section>`
}

const bodyHtml = (block: Block, reader: Reader): string => blockHtml(block, reader, 'part')

/** All voices whose words are quoted. */
const voicesIn = (model: ReportModel, reader: Reader): readonly VoiceRef[] => {
  const voices = new Map<string, VoiceRef>()
  for (const part of model.parts)
    for (const block of part.blocks)
      if (block.b === 'table')
        for (const [said] of block.rows)
          if (said?.t === 'voices') for (const voice of said.voices) voices.set(reader.words(voice.name), voice)
  return [...voices.values()]
}

/** The voice whose page this is: the one that all quotes are from. */
const ownMark = (model: ReportModel, reader: Reader): string => {
  const [own, ...others] = voicesIn(model, reader)
  if (!own || others.length > 0) return ''
  return `<p class="own">${markHtml(own, reader)}<span>${escapeMarkup(reader.words(own.name))}</span></p>`
}

const answersHtml = (table: TableBlock, reader: Reader, several: boolean): string => {
  const head = [say('families.said'), say('families.answerColumn')]
    .map((words) => `<th scope="col">${escapeMarkup(reader.words(words))}</th>`)
    .join('')
  const rows = table.rows.map((row) => rowHtml(row, reader, several)).join('')
  const note = table.note ? `<p class="note">${escapeMarkup(reader.words(table.note))}</p>` : ''
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>${note}`
}

/** With the name of the voice where the page is of several. */
const rowHtml = ([said, decided, when, since]: readonly Cell[], reader: Reader, several: boolean): string => {
  const cell = (one: Cell | undefined): string => (one ? escapeMarkup(reader.cell(one)) : '')
  const answer = `<td><p class="decided">${cell(decided)}</p><p class="when">${CALENDAR}<span>${cell(when)}</span></p><p class="since">${stateBox(since)}<span>${cell(since)}</span></p></td>`
  if (said?.t !== 'voices') return `<tr><th scope="row"><p class="by">${cell(said)}</p></th>${answer}</tr>`
  const { voices } = said
  const by = voices.map((voice) => `${markHtml(voice, reader)} ${escapeMarkup(reader.words(voice.name))}`).join(' ')
  const fill = voices[0] ? VOICE_LOOKS[voices[0].look].colours.light.fill : 'currentColor'
  return `<tr><th scope="row"><div class="said"><svg class="bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 1 1"><path d="M0 0h1v1H0z" fill="${fill}"/></svg><p dir="auto">“${cell(said)}”</p>${by === '' || !several ? '' : `<p class="by">${by}</p>`}</div></th>${answer}</tr>`
}

const CALENDAR =
  '<svg viewBox="0 0 20 20" aria-hidden="true"><g fill="none" stroke="currentColor" stroke-width="1.6"><rect x="2.5" y="4" width="15" height="13.5" rx="2"/><path d="M2.5 8.5h15M6.5 1.8v4M13.5 1.8v4"/></g></svg>'

/** Empty, half or ticked: the words beside it say the same. */
const stateBox = (since: Cell | undefined): string => {
  const key = since?.t === 'say' ? since.key : ''
  const inside = /\.(done|kept|accepted)$/.test(key)
    ? '<rect x="2" y="2" width="16" height="16" rx="2" fill="currentColor"/><path d="M6 10.4l3 3 5.4-6" fill="none" stroke="#fff" stroke-width="2"/>'
    : /\.(begun|partly|open|changed)$/.test(key)
      ? '<path d="M2.5 2.5v15h15z" fill="currentColor"/>'
      : ''
  return `<svg viewBox="0 0 20 20" aria-hidden="true"><rect x="2" y="2" width="16" height="16" rx="2" fill="none" stroke="currentColor" stroke-width="1.8"/>${inside}</svg>`
}

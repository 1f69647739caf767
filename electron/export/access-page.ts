import { escapeMarkup } from '@core/charts/svg'
import type { DocumentView } from '@core/model/document'
import { labOf, sessionOf } from '@core/model/document'
import type { RoomView } from '@core/protocol/views'
import { sayKey } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { labelWords } from '@core/report/voice-refs'
import type { PaperContext } from './ballot-page'
import { paperHtml } from './ballot-page'
import { squareSvg } from './ballot-square'
import { paperCss } from './ballot-style'
import type { ExportFile } from './export-file'
import { utf8 } from './export-file'

/** One way in: the room's own, or that of a parallel group. */
type Door = { readonly group: string | null; readonly code: string; readonly url: string }

const css = `
.page{padding:56px 60px 48px;font-size:22px;line-height:30px;display:flex;flex-direction:column;overflow-wrap:anywhere}
.about{font-size:18px;line-height:24px}
h1{font-size:46px;line-height:54px;letter-spacing:-.015em;margin-bottom:8px}
h2{font-size:26px;line-height:34px}
.steps{flex:1;margin-top:16px}
.steps>li{display:grid;grid-template-columns:56px minmax(0,1fr) auto;gap:0 18px;padding:22px 0;border-top:2px solid #000;align-items:start}
.n{display:grid;place-items:center;width:48px;height:48px;border:2.5px solid #000;border-radius:50%;font-size:26px;font-weight:700}
.big{font-size:34px;line-height:44px;font-weight:700}
.big.long{font-size:24px;line-height:32px}
.code{white-space:nowrap;font-size:58px;line-height:66px;font-weight:750;letter-spacing:.01em}
dl{margin:10px 0 0;display:grid;grid-template-columns:max-content minmax(0,1fr);gap:4px 18px;align-items:baseline}
dl.under{grid-column:2/-1}dt{font-size:18px}dd{margin:0}
.blank{display:block;height:52px;border-bottom:2px solid #000}
.closed{border:2.5px solid #000;padding:14px 18px;margin-top:14px}
.square{display:block}
.foot{border-top:2px solid #000;padding-top:18px;font-size:20px;line-height:27px}
.foot p+p{margin-top:8px}
`.replaceAll('\n', '')

/** Signs that end a part of the text in the square have a backslash before them. */
const wifiPart = (text: string): string => text.replaceAll(/[\\;,:"]/g, String.raw`\$&`)

/** What a phone's camera takes for a Wi-Fi to join. */
export const wifiText = ({ name, password }: { readonly name: string; readonly password: string }): string =>
  password === '' ? `WIFI:T:nopass;S:${wifiPart(name)};;` : `WIFI:T:WPA;S:${wifiPart(name)};P:${wifiPart(password)};;`

/** Long words stand smaller, so that they stay on the sheet. */
const big = (text: string): string =>
  `<span class="big${text.length > 26 ? ' long' : ''}" dir="auto">${escapeMarkup(text)}</span>`

const WIFI_SQUARE = 150
const ROOM_SQUARE = 240

const wifiStep = ({ wifi }: RoomView, reader: Reader): string => {
  const { t } = reader
  if (wifi === null || wifi.name === '') {
    return `<div><h2>${escapeMarkup(t('ballot:sheet.access.wifiUnknown'))}</h2><dl><dt>${escapeMarkup(t('ballot:sheet.access.wifiName'))}</dt><dd><i class="blank"></i></dd></dl></div>`
  }
  const password = wifi.password === '' ? t('ballot:sheet.access.noPassword') : wifi.password
  const square = squareSvg(wifiText(wifi), t('ballot:sheet.access.wifiSquare'), WIFI_SQUARE)
  return `<div><h2>${escapeMarkup(t('ballot:sheet.access.wifi'))}</h2><dl><dt>${escapeMarkup(t('ballot:sheet.access.wifiName'))}</dt><dd>${big(wifi.name)}</dd><dt>${escapeMarkup(t('ballot:sheet.access.password'))}</dt><dd>${big(password)}</dd></dl></div>${square}`
}

const roomStep = (room: RoomView, door: Door, { t }: Reader): string => {
  const entry = (name: string, value: string): string => `<dt>${escapeMarkup(name)}</dt><dd>${value}</dd>`
  const blank = '<i class="blank"></i>'
  const address = room.open ? big(room.typed) : blank
  const code = room.open ? `<span class="code">${escapeMarkup(door.code)}</span>` : blank
  const square = room.open ? squareSvg(door.url, t('ballot:sheet.access.square'), ROOM_SQUARE) : ''
  return `<h2>${escapeMarkup(t(room.open ? 'ballot:sheet.access.camera' : 'ballot:sheet.access.type'))}</h2>${square}<dl class="under">${entry(t('ballot:sheet.access.address'), address)}${entry(t('ballot:sheet.access.code'), code)}</dl>`
}

const pageHtml = (view: DocumentView, room: RoomView, door: Door, reader: Reader): string => {
  const { t } = reader
  const session = sessionOf(view)
  const plain = (text: string): string => escapeMarkup(reader.words({ t: 'plain', text }))
  const about = [labOf(view)?.name, session && reader.day(session.day)].filter((part) => part !== undefined)
  const group =
    door.group === null
      ? ''
      : `<p class="big">${escapeMarkup(reader.words(sayKey('ballot:sheet.access.group', { group: door.group })))}</p>`
  const closed = room.open
    ? ''
    : `<p class="closed"><b>${escapeMarkup(t('ballot:sheet.access.closed'))}</b> ${escapeMarkup(t('ballot:sheet.access.closedDo'))}</p>`
  const steps = [
    wifiStep(room, reader),
    roomStep(room, door, reader),
    `<div><h2>${escapeMarkup(t('ballot:sheet.access.voice'))}</h2></div>`,
  ]
  const items = steps.map((step, at) => `<li><span class="n">${at + 1}</span>${step}</li>`).join('')
  return `<section class="page" lang="${escapeMarkup(reader.lang)}"><p class="about">${about.map(plain).join(' \u00B7 ')}</p><h1>${escapeMarkup(t('ballot:sheet.access.title'))}</h1>${group}${closed}<ol class="steps">${items}</ol><div class="foot"><p><b>${escapeMarkup(t('ballot:sheet.access.noPhone'))}</b></p><p>${escapeMarkup(t('ballot:sheet.access.local'))}</p></div></section>`
}

const doorsOf = (view: DocumentView, room: RoomView, reader: Reader): readonly Door[] => {
  const groups = room.groups.flatMap(({ groupId, code, url }) => {
    const group = view.group.get(groupId)
    return group ? [{ group: reader.words(labelWords(group.label)), code, url }] : []
  })
  return groups.length > 0 ? groups : [{ group: null, code: room.code, url: room.url }]
}

/** The way into the room to hang up or hand out, one page for each language and each group's door. */
export const accessPage = (
  view: DocumentView,
  langs: readonly string[],
  room: RoomView,
  { readerFor, fonts }: PaperContext,
): string => {
  const readers = [...new Set(langs)].map(readerFor)
  const pages = readers.flatMap((reader) =>
    doorsOf(view, room, reader).map((door) => pageHtml(view, room, door, reader)),
  )
  const [first] = readers
  return paperHtml({
    lang: first?.lang ?? 'en',
    title: first?.t('ballot:sheet.access.title') ?? '',
    css: `${paperCss(fonts)}${css}`,
    body: pages.join('\n'),
    facts: ` data-pages="${pages.length}"`,
  })
}

export const accessFile = (
  view: DocumentView,
  langs: readonly string[],
  room: RoomView,
  context: PaperContext,
): ExportFile => ({ suffix: '.html', of: 'access', bytes: utf8(accessPage(view, langs, room, context)) })

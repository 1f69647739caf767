import { useEffect, useState } from 'react'
import type { Decision } from '@core/model/outcome'
import type { Chain, Dialogue } from '@core/rules/chain'
import type { Said } from '@core/rules/chain-links'
import { isVoiceSlot } from '@core/charts/voice-looks'
import { formatDay } from '../../shared/i18n/format'
import { labelText } from '../../shared/i18n/label'
import { useLang, useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { voiceClass } from '../../shared/look/voices'
import { useTable } from '../../shared/replica/react'
import { useDialogue } from '../../shared/replica/use-dialogue'
import { Frame } from '../parts/frame'
import { JoinCode } from '../parts/join-code'
import { useStepName } from '../parts/use-head'
import './chain.css'

/** Statements a page, when all of them are shown. */
const LIST_ROWS = 4
/** Milliseconds a page stands, when nobody chose one: time to read it aloud. */
const PAGE_TIME = 20_000

/** The chosen page, or one after the other: nobody stands at the projector to turn them. */
const usePage = (pages: number, chosen: number | undefined): number => {
  const [turned, setTurned] = useState(0)
  useEffect(() => {
    if (pages < 2 || chosen !== undefined) return undefined
    const timer = setInterval(() => setTurned((old) => old + 1), PAGE_TIME)
    return () => clearInterval(timer)
  }, [pages, chosen])
  return pages === 0 ? 0 : (chosen ?? turned) % pages
}

/** Words that nobody may quote are not here: the host does not send them. */
const useWords = () => {
  const t = useT()
  return (said: Said): string =>
    said.kind === 'statement' && said.quote === 'none'
      ? t('projector:chain.confidential')
      : t('projector:chain.quoted', { text: said.text })
}

const useRoundName = (dialogue: Dialogue) => {
  const t = useT()
  return (round: number): string => {
    const label = dialogue.rounds[round - 1]?.label
    return label ? labelText(t, label) : ''
  }
}

const useMark = (voiceId: string | undefined) => {
  const voices = useTable('voice')
  const voice = voiceId === undefined ? undefined : voices.get(voiceId)
  return voice && isVoiceSlot(voice.slot) ? { slot: voice.slot, label: voice.label } : null
}

const Words = ({ said, big }: { readonly said: Said; readonly big: boolean }) => {
  const words = useWords()
  const mark = useMark(said.voiceId)
  return (
    <div
      className={`big-card chain-said ${mark ? `edge ${voiceClass(mark.slot)}` : 'big-card-plain'}`}
      data-big={big || undefined}
    >
      {mark ? <VoiceMark voice={mark.slot} size={30} /> : null}
      <p dir="auto">{words(said)}</p>
    </div>
  )
}

const PromiseRow = ({ decision }: { readonly decision: Decision }) => {
  const t = useT()
  const lang = useLang()
  return (
    <div className="chain-promise">
      <p dir="auto">{decision.wording}</p>
      {decision.reviewOn === undefined ? null : (
        <p className="chain-by">{t('projector:chain.by', { day: formatDay(lang, decision.reviewOn, 'short') })}</p>
      )}
    </div>
  )
}

type Row =
  | { readonly kind: 'said'; readonly id: string; readonly round: number; readonly said: Said }
  | { readonly kind: 'promise'; readonly id: string; readonly round: number; readonly decision: Decision }
  | { readonly kind: 'missing'; readonly id: string; readonly round: number }

/** Everything below the first words: answers, promises, and the first gap. */
const rowsOf = (chain: Chain): readonly Row[] =>
  chain.cells.flatMap(({ round, said, also, promises, state }): Row[] => [
    ...[...said, ...also]
      .filter((one) => one.id !== chain.id)
      .map((one): Row => ({ kind: 'said', id: one.id, round, said: one })),
    ...promises.map((decision): Row => ({ kind: 'promise', id: decision.id, round, decision })),
    ...(state === 'missing' ? [{ kind: 'missing' as const, id: `missing-${round}`, round }] : []),
  ])

const textOf = (row: Row): string =>
  row.kind === 'said' ? row.said.text : row.kind === 'promise' ? row.decision.wording : ''

/** As the stylesheet draws them at 1080 lines: letters a line, lines at most, height of a line and of what surrounds it. */
const BIG = { letters: 62, most: 7, line: 62, around: 64 } as const
const ROW = { letters: 54, most: 4, line: 50, around: 62 } as const
/** Height below the heading. */
const ROOM = 790

const heightOf = (text: string, { letters, most, line, around }: typeof BIG | typeof ROW): number =>
  Math.min(most, Math.max(1, Math.ceil(text.length / letters))) * line + around

/** As many rows on each page as fit below the first words: long ones turn to the next page instead of shrinking. */
const pagesOf = (root: string, rows: readonly Row[]): readonly (readonly Row[])[] => {
  const room = ROOM - heightOf(root, BIG)
  const pages: Row[][] = [[]]
  let used = 0
  for (const row of rows) {
    const height = heightOf(textOf(row), ROW) + (row.kind === 'promise' ? ROW.line : 0)
    const page = pages.at(-1) ?? []
    if (page.length > 0 && used + height > room) {
      pages.push([row])
      used = height
    } else {
      page.push(row)
      used += height
    }
  }
  return pages
}

const ChainPicture = ({
  dialogue,
  chain,
  page,
}: {
  readonly dialogue: Dialogue
  readonly chain: Chain
  readonly page: number | undefined
}) => {
  const t = useT()
  const head = useStepName()
  const roundName = useRoundName(dialogue)
  const rows = rowsOf(chain)
  const split = pagesOf(chain.root.text, rows)
  const pages = split.length
  const at = usePage(pages, page)
  return (
    <Frame head={head} className="chain-picture" foot={<Foot dialogue={dialogue} />}>
      <div className="board-title">
        <h1>{t('projector:chain.from', { round: roundName(chain.root.round) })}</h1>
        {pages > 1 ? <p className="board-page">{t('projector:board.page', { page: at + 1, pages })}</p> : null}
      </div>
      <Words said={chain.root} big />
      <ol className="chain-rows">
        {(split[at] ?? []).map((row) => (
          <li key={row.id} className="chain-row" data-kind={row.kind}>
            <p className="chain-round" dir="auto">
              {row.kind === 'promise' ? t('projector:chain.promised') : roundName(row.round)}
            </p>
            {row.kind === 'said' ? <Words said={row.said} big={false} /> : null}
            {row.kind === 'promise' ? <PromiseRow decision={row.decision} /> : null}
            {row.kind === 'missing' ? <p className="chain-missing">{t('projector:chain.missing')}</p> : null}
          </li>
        ))}
      </ol>
    </Frame>
  )
}

const Foot = ({ dialogue }: { readonly dialogue: Dialogue }) => {
  const t = useT()
  const { statements, unanswered, promised } = dialogue.counts
  return (
    <>
      <p>
        <b>{t('projector:chain.count', { count: statements })}</b>{' '}
        {t('projector:chain.state', { unanswered, promised })}
      </p>
      <JoinCode />
    </>
  )
}

const StatementRow = ({ chain }: { readonly chain: Chain }) => {
  const t = useT()
  const words = useWords()
  const mark = useMark(chain.root.voiceId)
  return (
    <li className="agreed-row chain-line">
      {mark ? <VoiceMark voice={mark.slot} size={36} label={labelText(t, mark.label)} /> : <span />}
      <p className="agreed-text" dir="auto">
        {words(chain.root)}
      </p>
      <p className="agreed-state">{t(`projector:chain.is.${chain.state}`)}</p>
    </li>
  )
}

const ListPicture = ({ dialogue, page }: { readonly dialogue: Dialogue; readonly page: number | undefined }) => {
  const t = useT()
  const head = useStepName()
  const pages = Math.ceil(dialogue.chains.length / LIST_ROWS)
  const at = usePage(pages, page)
  return (
    <Frame head={head} className="agreed chain-list-picture" foot={<Foot dialogue={dialogue} />}>
      <div className="board-title">
        <h1>{t('projector:chain.title')}</h1>
        {pages > 1 ? <p className="board-page">{t('projector:board.page', { page: at + 1, pages })}</p> : null}
      </div>
      {dialogue.chains.length === 0 ? (
        <p className="agreed-none">{t('projector:chain.none')}</p>
      ) : (
        <ul className="agreed-rows">
          {dialogue.chains.slice(at * LIST_ROWS, (at + 1) * LIST_ROWS).map((chain) => (
            <StatementRow key={chain.id} chain={chain} />
          ))}
        </ul>
      )}
    </Frame>
  )
}

/** One chain in large type, or all statements by pages. No names: authors chose what is here. */
export const ChainView = ({
  statementId,
  page,
}: {
  readonly statementId: string | undefined
  readonly page: number | undefined
}) => {
  const dialogue = useDialogue()
  const chain = dialogue.chains.find(
    ({ id, cells }) => id === statementId || cells.some((cell) => cell.said.some((said) => said.id === statementId)),
  )
  return statementId !== undefined && chain ? (
    <ChainPicture key={chain.id} dialogue={dialogue} chain={chain} page={page} />
  ) : (
    <ListPicture dialogue={dialogue} page={page} />
  )
}

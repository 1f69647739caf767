import { IconDeviceMobile, IconDeviceTablet, IconHandFinger, IconPencil } from '@tabler/icons-react'
import { useRef } from 'react'
import type { ComponentType } from 'react'
import type { Channel } from '@core/model/vote'
import type { ResultOption, ResultView as Result, Sentence } from '@core/rules/result-model'
import { resultView, shownRound } from '@core/rules/result-view'
import { formatNumber } from '../../shared/i18n/format'
import { sentenceText } from '../../shared/i18n/sentence'
import { useLang, useT } from '../../shared/i18n/use-t'
import { useRecord, useTable } from '../../shared/replica/react'
import { FirstChoices } from '../../shared/vote/first-choices'
import { ResultBars } from '../../shared/vote/result-bars'
import { Frame } from '../parts/frame'
import { Note } from '../parts/note'
import { useFittingPages } from '../parts/use-fitting-pages'

/** Rows that fit at the least type size; the laptop shows the rest. */
const MOST_ROWS = 7
/** In 1080ths of the height: what rows have below a heading of two lines, a row with its gap, a second line in it. */
const ROOM = { rows: 620, row: 78, line: 34 }
/** Letters of an option in one line. */
const LETTERS = 31
/** A longer heading is set smaller, not under a section's size. */
const LONG_HEADING = 110

const rowsThatFit = (options: readonly ResultOption[]): number => {
  let room = ROOM.rows
  let rows = 0
  for (const { text } of options.slice(0, MOST_ROWS)) {
    room -= ROOM.row + (text.length > LETTERS ? ROOM.line : 0)
    if (room < 0) break
    rows += 1
  }
  return rows
}

/** The agreement, if there is one, is what is marked. */
const AGREEMENT = ['result:everyVoiceFirst', 'result:everyVoiceTop', 'result:everyVoiceTopSeveral']
/** What the heading says besides, in this order. */
const STATEMENTS = ['result:first', 'result:firstTied', 'result:allTied', 'result:nobodyVoted']

export const ResultView = ({ voteId }: { readonly voteId: string }) => {
  const t = useT()
  const vote = useRecord('vote', voteId)
  const voices = useTable('voice')
  const result = vote?.resultShown ? resultView(vote, shownRound(vote), voices.values(), 'room') : null
  if (!vote || !result) return <Note text={t('projector:result.notYet')} />
  const kind = t(vote.secret ? 'projector:result.secret' : 'projector:result.public')
  return (
    <Frame head={`${vote.question} · ${kind}`} timed={false} className="result" foot={<Channels result={result} />}>
      <Heading result={result} />
      <div className="result-columns">
        <section className="result-all">
          <h2>{t('projector:result.together')}</h2>
          <Bars result={result} />
        </section>
        <ByVoice result={result} />
      </div>
    </Frame>
  )
}

const Heading = ({ result }: { readonly result: Result }) => {
  const t = useT()
  const lang = useLang()
  const find = (keys: readonly string[]): Sentence | undefined =>
    result.sentences.find((sentence) => keys.includes(sentence.key))
  const agreement = find(AGREEMENT)
  const first = agreement?.key === 'result:everyVoiceFirst' ? undefined : find(STATEMENTS)
  const other = agreement ? undefined : find(['result:differMost', 'result:noCommonTop'])
  const words = [first, agreement, other].map((one) => (one ? sentenceText(t, lang, one) : '')).join(' ')
  return (
    <h1 className={words.length > LONG_HEADING ? 'result-long' : undefined}>
      {first ? <span>{sentenceText(t, lang, first)} </span> : null}
      {agreement ? <mark>{sentenceText(t, lang, agreement)}</mark> : null}
      {other ? <span>{sentenceText(t, lang, other)}</span> : null}
    </h1>
  )
}

const Bars = ({ result }: { readonly result: Result }) => {
  const t = useT()
  const lang = useLang()
  const shown = result.options.slice(0, rowsThatFit(result.options))
  const rest = result.options.length - shown.length
  const number = (value: number | null): string => (value === null ? '' : formatNumber(lang, value, 1))
  return (
    <>
      <ResultBars
        result={result}
        options={shown}
        shown={(option) => number(option.value)}
        figure={(option) => t('projector:result.figure', { value: number(option.value) })}
      />
      {rest > 0 ? <p className="result-rest">{t('projector:result.rest', { count: rest })}</p> : null}
    </>
  )
}

/** Every voice has its turn: what does not fit comes on the next page. */
const ByVoice = ({ result }: { readonly result: Result }) => {
  const t = useT()
  const lang = useLang()
  const place = useRef<HTMLDivElement>(null)
  const { groups } = result
  const { from, to, page, pages } = useFittingPages(place, groups.length, groups.map(({ id }) => id).join())
  const why = result.notes.find((note) => note.key.startsWith('result:overallOnly.'))
  return (
    <section className="result-voices">
      <div className="board-title">
        <h2>{t('projector:result.byVoice')}</h2>
        {pages > 1 ? <p className="board-page">{t('projector:board.page', { page: page + 1, pages })}</p> : null}
      </div>
      {groups.length === 0 ? (
        <p className="result-why">{why ? sentenceText(t, lang, why) : null}</p>
      ) : (
        <div ref={place}>
          <FirstChoices
            result={result}
            groups={groups.slice(from, to)}
            markSize={26}
            none={t('projector:result.noFirst')}
          />
        </div>
      )}
    </section>
  )
}

const CHANNELS: readonly { readonly channel: Channel; readonly icon: ComponentType }[] = [
  { channel: 'phone', icon: IconDeviceMobile },
  { channel: 'kiosk', icon: IconDeviceTablet },
  { channel: 'paper', icon: IconPencil },
  { channel: 'hands', icon: IconHandFinger },
]

/** How many came which way: ballots, never choices. */
const Channels = ({ result }: { readonly result: Result }) => {
  const t = useT()
  const joined = result.groups.some((group) => group.names.length > 1)
  return (
    <>
      <ul className="channels">
        <li>
          <b>
            {result.cast > result.present || result.present === 0
              ? t('projector:result.ballots', { count: result.cast })
              : t('projector:result.voted', { cast: result.cast, count: result.present })}
          </b>
        </li>
        {CHANNELS.filter(({ channel }) => result.channels[channel] > 0).map(({ channel, icon: Icon }) => (
          <li key={channel}>
            <Icon aria-hidden="true" /> {t(`projector:result.channel.${channel}`, { count: result.channels[channel] })}
          </li>
        ))}
      </ul>
      {joined ? <p className="quiet">{t('projector:result.small', { k: result.k })}</p> : null}
    </>
  )
}

import { IconDeviceMobile, IconDeviceTablet, IconHandFinger, IconPencil } from '@tabler/icons-react'
import { useRef } from 'react'
import type { ComponentType } from 'react'
import type { Channel } from '@core/model/vote'
import type { ResultView as Result, Sentence } from '@core/rules/result-model'
import { resultView, shownRound } from '@core/rules/result-view'
import { sentenceText } from '../../shared/i18n/sentence'
import { useLang, useT } from '../../shared/i18n/use-t'
import { useRecord, useTable } from '../../shared/replica/react'
import { FirstChoices } from '../../shared/vote/first-choices'
import { Frame } from '../parts/frame'
import { Note } from '../parts/note'
import { useFittingPages } from '../parts/use-fitting-pages'
import { Bars, QuadrantNames, Quadrants, Stances } from './result-picture'

/** A longer heading is set smaller, not under a section's size. */
const LONG_HEADING = 110

/** The agreement, if there is one, is what is marked. */
const AGREEMENT = ['result:everyVoiceFirst', 'result:everyVoiceTop', 'result:everyVoiceTopSeveral']
/** What the heading says besides, in this order. */
const STATEMENTS = ['result:first', 'result:firstTied', 'result:allTied', 'result:nobodyVoted']
/** Only where no agreement stands there: what one kind of vote finds, else where the voices part. */
const OTHERS = /^result:(quadrant|condorcet|spread|ratedHigh|approvedBy|differMost|noCommonTop)/
/** Of consent, this is all there is to say. */
const CONSENT = /^result:consent/

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
      <Picture result={result} />
    </Frame>
  )
}

/** The picture of the method at the left, what belongs to it at the right; consent has one of full width. */
const Picture = ({ result }: { readonly result: Result }) => {
  const t = useT()
  const { name } = result.method
  if (name === 'consent' && result.ballots > 0)
    return (
      <section className="result-all result-wide">
        <Stances result={result} />
      </section>
    )
  return (
    <div className="result-columns">
      <section className="result-all">
        <h2>{t(`charts:together.${name}`)}</h2>
        {name === 'effort-effect' ? <Quadrants result={result} /> : <Bars result={result} />}
      </section>
      {name === 'effort-effect' ? <QuadrantNames result={result} /> : <ByVoice result={result} />}
    </div>
  )
}

const Heading = ({ result }: { readonly result: Result }) => {
  const t = useT()
  const lang = useLang()
  const { sentences } = result
  const consent = sentences.filter(({ key }) => CONSENT.test(key))
  const find = (keys: readonly string[]): Sentence | undefined => sentences.find(({ key }) => keys.includes(key))
  const agreement = find(AGREEMENT)
  const first = agreement?.key === 'result:everyVoiceFirst' ? undefined : find(STATEMENTS)
  const other = agreement ? undefined : sentences.find(({ key }) => OTHERS.test(key))
  const said = consent.length > 0 ? consent : [first, agreement, other].filter((one) => one !== undefined)
  const words = said.map((one) => ({ one, text: sentenceText(t, lang, one) }))
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  return (
    <h1 className={letters > LONG_HEADING ? 'result-long' : undefined}>
      {words.map(({ one, text }) =>
        one === agreement ? <mark key={text}>{text}</mark> : <span key={text}>{text} </span>,
      )}
    </h1>
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

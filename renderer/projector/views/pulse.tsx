import type { CSSProperties } from 'react'
import type { Pulse } from '@core/model/work'
import { answersOf, PULSE_SHOWN_FROM } from '@core/rules/pulse'
import { formatNumber } from '../../shared/i18n/format'
import { labelText } from '../../shared/i18n/label'
import { useLang, useT } from '../../shared/i18n/use-t'
import { useOrdered, useSession } from '../../shared/replica/react'
import { Frame } from '../parts/frame'
import { JoinCode } from '../parts/join-code'
import { Qr } from '../parts/qr'
import { useStepName } from '../parts/use-head'
import { usePages } from '../parts/use-pages'
import { useDoor } from '../parts/use-stage'

/** As many as there may be: nobody waits for the second page of a short round. */
const ROWS = 5
const SCALE = [1, 2, 3, 4, 5] as const

/** The feedback round: how to answer and how many did; what was answered only when nobody is answering any more. */
export const PulseView = () => {
  const t = useT()
  const session = useSession()
  const steps = useOrdered('step').filter(({ kind }) => kind === 'pulse')
  const pulses = useOrdered('pulse')
  const running = steps.some(({ state }) => state === 'running')
  const over = !running && (session?.state === 'closed' || steps.some(({ state }) => state === 'done'))
  const pages = Math.ceil(pulses.length / ROWS)
  const page = usePages(pages)
  const shown = pulses.slice(page * ROWS, (page + 1) * ROWS)
  const title = t(over ? 'projector:pulse.results' : 'projector:pulse.title')
  const count = Math.max(0, ...pulses.map((pulse) => answersOf(pulse).n))
  return (
    <Frame head={useStepName()} timed={!over} className="pulse" foot={<Foot count={count} over={over} />}>
      <div className="board-title">
        <h1>{title}</h1>
        {pages > 1 ? <p className="board-page">{t('projector:board.page', { page: page + 1, pages })}</p> : null}
      </div>
      {pulses.length === 0 ? <p className="agreed-none">{t('projector:pulse.none')}</p> : null}
      {over ? (
        <ul className="pulse-rows">
          {shown.map((pulse) => (
            <PulseRow key={pulse.id} pulse={pulse} />
          ))}
        </ul>
      ) : (
        <Asking pulses={shown} count={count} />
      )}
    </Frame>
  )
}

const Foot = ({ count, over }: { readonly count: number; readonly over: boolean }) => {
  const t = useT()
  return (
    <>
      <p>
        <b>{over ? t('projector:pulse.answers', { count }) : t('projector:pulse.hidden')}</b>
      </p>
      <JoinCode />
    </>
  )
}

const Asking = ({ pulses, count }: { readonly pulses: readonly Pulse[]; readonly count: number }) => {
  const t = useT()
  const door = useDoor()
  return (
    <div className="pulse-asking">
      <div className="pulse-words">
        <ol className="pulse-questions">
          {pulses.map((pulse) => (
            <li key={pulse.id} dir="auto">
              {labelText(t, pulse.question)}
            </li>
          ))}
        </ol>
        <p className="step-how">{t('projector:pulse.how')}</p>
        <p className="vote-turnout">
          <b>{count}</b> <span>{t('projector:pulse.answersWord', { count })}</span>
        </p>
      </div>
      {door && !door.locked ? (
        <div className="vote-square">
          <Qr text={door.url} label={t('projector:join.square')} />
          <p>{door.code}</p>
        </div>
      ) : null}
    </div>
  )
}

/** Mean as a mark on the scale and as a figure. With too few answers only that they were few. */
const PulseRow = ({ pulse }: { readonly pulse: Pulse }) => {
  const t = useT()
  const lang = useLang()
  const { n, mean } = answersOf(pulse)
  const shown = mean !== null && n >= PULSE_SHOWN_FROM
  const style: CSSProperties & Record<'--at', string> = { '--at': `${(((mean ?? 1) - 1) / 4) * 100}%` }
  return (
    <li className="pulse-row">
      <p className="pulse-question" dir="auto">
        {labelText(t, pulse.question)}
      </p>
      {shown ? (
        <>
          <div className="pulse-scale" aria-hidden="true">
            {SCALE.map((value) => (
              <span key={value}>{value}</span>
            ))}
            <i style={style} />
          </div>
          <p className="pulse-mean">
            <b>{formatNumber(lang, mean, 1)}</b> <span>{t('projector:pulse.of')}</span>{' '}
            <small>{t('projector:pulse.answers', { count: n })}</small>
          </p>
        </>
      ) : (
        <p className="pulse-few">{t('projector:pulse.few', { k: PULSE_SHOWN_FROM })}</p>
      )}
    </li>
  )
}

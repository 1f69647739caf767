import { IconCheck, IconMinus, IconRefresh, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { ReachView, RoomView } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Strip } from '../../shared/look/progress'
import { useNow, useReach, useRequest } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { QrCode } from './qr-code'

type StepState = 'ok' | 'bad' | 'open'

interface StepProps {
  readonly state: StepState
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}

const SIGN: Readonly<Record<StepState, ReactNode>> = {
  ok: <IconCheck size={17} stroke={2.2} />,
  bad: <IconX size={17} stroke={2.4} />,
  open: <IconMinus size={17} stroke={2.2} />,
}

const TestStep = ({ state, title, text, children }: StepProps) => {
  const t = useT()
  return (
    <li className="reach-step" data-state={state}>
      <span className="reach-sign" role="img" aria-label={t(`room:test.state.${state}`)}>
        {SIGN[state]}
      </span>
      <div>
        <h4>{title}</h4>
        <p className="small quiet">{text}</p>
        {children}
      </div>
    </li>
  )
}

/** How long a phone has before the test says that it cannot reach the laptop. */
const PATIENCE_MS = 20_000

const Waiting = ({ reach }: { readonly reach: ReachView }) => {
  const t = useT()
  const now = useNow(500)
  const left = Math.max(0, PATIENCE_MS - (now - (reach.startedAt ?? now)))
  return (
    <div className="reach-waiting">
      <QrCode text={reach.url} label={t('room:test.qr')} size={132} />
      <div>
        <p>{t('room:test.scan')}</p>
        <Strip share={left / PATIENCE_MS} />
        <p className="small quiet">{t('room:test.seconds', { count: Math.ceil(left / 1000) })}</p>
      </div>
    </div>
  )
}

/** The likely causes in the order of the host, then the ways that always work. */
const Failed = ({ reach }: { readonly reach: ReachView }) => {
  const t = useT()
  const causes = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // In braces: newer browsers answer a promise, which would be taken for a clean-up.
    causes.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <>
      <div className="reach-failed" ref={causes} role="alert">
        <p>
          <b>{t('room:test.causes')}</b>
        </p>
        <ol>
          {reach.causes.map((cause) => (
            <li key={cause}>
              <b>{t(`room:cause.${cause}.what`)}</b> {t(`room:cause.${cause}.do`)}
            </li>
          ))}
        </ol>
      </div>
      <div className="notice reach-ways">
        <div>
          <p>
            <b>{t('room:ways.title')}</b>
          </p>
          <ul>
            <li>{t('room:ways.hotspot')}</li>
            <li>{t('room:ways.tablet')}</li>
            <li>{t('room:ways.paper')}</li>
          </ul>
        </div>
      </div>
    </>
  )
}

const phoneStep = (state: ReachView['state']): StepState =>
  state === 'reached' ? 'ok' : state === 'failed' ? 'bad' : 'open'

/** One phone asks for the laptop: nothing else tells whether the Wi-Fi lets them meet. */
export const ReachTest = ({ room }: { readonly room: RoomView }) => {
  const t = useT()
  const request = useRequest()
  const reach = useReach()
  const state = reach?.state ?? 'idle'
  const waiting = state === 'waiting'
  const toggle = async (): Promise<void> => {
    const done = await request(waiting ? 'reach.stop' : 'reach.start', {})
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <section className="room-section">
      <div className="room-section-head">
        <h3>{t('room:test.title')}</h3>
        <Button
          size="small"
          {...(state === 'idle' || waiting ? {} : { icon: <IconRefresh size={15} stroke={1.9} /> })}
          onClick={() => void toggle()}
        >
          {waiting ? t('common:cancel') : state === 'idle' ? t('room:test.start') : t('room:test.again')}
        </Button>
      </div>
      <p className="small quiet">{t('room:test.about')}</p>
      {state === 'idle' ? null : (
        <ol className="reach-steps">
          <TestStep
            state="ok"
            title={t('room:test.network')}
            text={t('room:test.networkText', { address: room.address })}
          />
          <TestStep
            state="ok"
            title={t('room:test.open')}
            text={t('room:test.openText', { port: room.port, code: room.code })}
          />
          <TestStep
            state={phoneStep(state)}
            title={t(`room:test.phone.${state}`)}
            text={t(`room:test.phoneText.${state}`)}
          >
            {waiting && reach !== null ? <Waiting reach={reach} /> : null}
            {state === 'failed' && reach !== null ? <Failed reach={reach} /> : null}
          </TestStep>
        </ol>
      )}
    </section>
  )
}

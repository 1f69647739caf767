/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { ordered } from '@core/model/document'
import { LIMITS } from '@core/model/limits'
import type { Pulse } from '@core/model/work'
import { useLabel, usePage } from '../context'
import type { Mine } from '../model/memory'
import { BigTick } from '../parts/big-tick'
import { Deed, Frame } from '../parts/frame'
import { problemKey } from '../parts/problem'

type Given = NonNullable<Mine['pulse']>
const NOTHING_GIVEN: Given = { values: {}, remark: '', done: false }

/** The feedback round: one question on a screen, then a word if one likes. What is not answered is left out. */
export const PulseScreen = () => {
  const { phone } = usePage()
  const [at, setAt] = useState(0)
  const questions = phone.view ? ordered(phone.view, 'pulse') : []
  const given = phone.mine.pulse ?? NOTHING_GIVEN
  const set = (part: Partial<Given>): void => phone.keep({ pulse: { ...(phone.mine.pulse ?? NOTHING_GIVEN), ...part } })
  useEffect(() => {
    // A phone whose browser forgot would ask in vain.
    void phone.client
      ?.request('pulse.mine', {})
      .then((reply) => reply.ok && reply.value.answered && phone.keep({ pulse: { ...NOTHING_GIVEN, done: true } }))
  }, [phone])
  const question = questions[at]
  if (given.done) return <Thanks />
  if (question) {
    return (
      <Question
        key={question.id}
        pulse={question}
        at={at}
        count={questions.length}
        value={given.values[question.id]}
        onGive={(value) => set({ values: { ...given.values, [question.id]: value } })}
        onGo={(by) => setAt(at + by)}
      />
    )
  }
  return <Remark given={given} set={set} onBack={() => setAt(questions.length - 1)} />
}

type QuestionProps = {
  readonly pulse: Pulse
  readonly at: number
  readonly count: number
  readonly value: number | undefined
  readonly onGive: (value: number) => void
  readonly onGo: (by: 1 | -1) => void
}

const Question = ({ pulse, at, count, value, onGive, onGo }: QuestionProps) => {
  const { t } = usePage()
  const label = useLabel()
  return (
    <Frame
      title={label(pulse.question)}
      lead={t('phoneMore:pulse.least')}
      note={t('phoneMore:pulse.kept')}
      foot={
        <>
          {at === 0 ? null : (
            <Deed plain onClick={() => onGo(-1)}>
              {t('phoneMore:pulse.back')}
            </Deed>
          )}
          <Deed plain={value === undefined} onClick={() => onGo(1)}>
            {t(value === undefined ? 'phoneMore:pulse.skip' : 'phoneMore:pulse.next')}
          </Deed>
        </>
      }
    >
      <p class="small quiet">{t('phoneMore:pulse.part', { number: at + 1, count })}</p>
      <div class="five" role="radiogroup" aria-label={label(pulse.question)}>
        {[1, 2, 3, 4, 5].map((one) => (
          <label key={one} class="five-choice">
            <input
              type="radio"
              name={pulse.id}
              aria-label={t('phoneMore:pulse.value', { value: one })}
              checked={value === one}
              onChange={() => onGive(one)}
            />
            <span aria-hidden="true">{one}</span>
          </label>
        ))}
      </div>
    </Frame>
  )
}

type RemarkProps = {
  readonly given: Given
  readonly set: (part: Partial<Given>) => void
  readonly onBack: () => void
}

const Remark = ({ given, set, onBack }: RemarkProps) => {
  const { phone, say, t } = usePage()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const remark = given.remark.trim()
  const known = phone.view?.pulse
  const values = Object.entries(given.values).flatMap(([id, value]) => (known?.has(id) ? [{ id, value }] : []))
  const empty = values.length === 0 && remark === ''
  const send = async (): Promise<void> => {
    setSending(true)
    const reply = await phone.client?.request('pulse.answer', {
      values,
      ...(remark === '' ? {} : { remark }),
    })
    setSending(false)
    // Of an answer that was counted and whose receipt was lost, the host says so.
    if (reply?.ok || reply?.error.code === 'already-answered') set({ values: {}, remark: '', done: true })
    else setProblem(t(`participant:${problemKey(reply?.error.code)}`))
  }
  return (
    <Frame
      title={t('phoneMore:pulse.remarkTitle')}
      lead={t('phoneMore:pulse.remarkLead')}
      note={t('phoneMore:pulse.keptRemark')}
      foot={
        <>
          <Deed plain onClick={onBack}>
            {t('phoneMore:pulse.back')}
          </Deed>
          <Deed
            missing={sending ? t('phoneMore:pulse.waiting') : empty ? t('phoneMore:pulse.empty') : null}
            onMissing={say}
            onClick={() => void send()}
          >
            {t('phoneMore:pulse.handIn')}
          </Deed>
        </>
      }
    >
      <textarea
        class="words"
        dir="auto"
        rows={4}
        autocomplete="off"
        aria-label={t('phoneMore:pulse.remark')}
        maxLength={LIMITS.statement}
        value={given.remark}
        onInput={(event) => set({ remark: event.currentTarget.value })}
      />
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </Frame>
  )
}

const Thanks = () => {
  const { tablet, t } = usePage()
  if (tablet) return <tablet.After state="in" title={t('phoneMore:pulse.thanks')} text={t('ballot:counted.tablet')} />
  return (
    <Frame class="main-airy" title={t('phoneMore:pulse.thanks')}>
      <BigTick />
      <p role="status">{t('phoneMore:pulse.counted')}</p>
    </Frame>
  )
}

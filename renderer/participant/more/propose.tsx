/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { LIMITS } from '@core/model/limits'
import type { Task } from '@core/model/outcome'
import type { ProposalKind } from '@core/model/step'
import { newId } from '../../shared/lib/new-id'
import { useOwnVoice, usePage } from '../context'
import type { OwnOffer } from '../model/memory'
import { currentStep } from '../model/screen'
import { Deed, Frame } from '../parts/frame'
import { Icon } from '../parts/icon'
import { problemKey } from '../parts/problem'

const KINDS: readonly ProposalKind[] = ['task', 'step', 'volunteer']

const emptyOffer = (kind: ProposalKind): OwnOffer => ({
  id: newId(),
  secret: newId() + newId(),
  kind,
  text: '',
  sent: false,
})

/** What is being proposed. The words stay on the phone, under one id, until the host has them. */
const useProposing = () => {
  const { phone, say, t } = usePage()
  const step = phone.view && currentStep(phone.view, phone.groupId)
  const kinds = KINDS.filter((kind) => step?.propose?.includes(kind))
  const [problem, setProblem] = useState<string | null>(null)
  const [went, setWent] = useState(false)
  const { offers } = phone.mine
  const unsent = offers.find((offer) => !offer.sent)
  const draft = unsent && kinds.includes(unsent.kind) ? unsent : emptyOffer(kinds[0] ?? 'task')
  const keep = (offer: OwnOffer): void => phone.keep({ offers: [...offers.filter((one) => one.sent), offer] })

  const send = async (): Promise<void> => {
    const { id, secret, kind, text, taskId } = draft
    keep(draft)
    const words = text.trim() === '' ? {} : { text: text.trim() }
    const reply = await phone.client?.request('proposal.submit', {
      id,
      secret,
      kind,
      ...words,
      ...(taskId ? { taskId } : {}),
    })
    const others = phone.mine.offers.filter((one) => one.id !== id)
    if (reply?.ok) {
      phone.keep({ offers: [...others, { ...draft, sent: true }] })
      setProblem(null)
      setWent(true)
      say(t('phoneMore:propose.said'))
    } else setProblem(t(`participant:${problemKey(reply?.error.code)}`))
  }
  return { kinds, draft, keep, send, went, problem, setProblem }
}

/** A task, oneself for a task, or what comes next. */
export const ProposeScreen = () => {
  const { phone, say, setPanel, t } = usePage()
  const voice = useOwnVoice()
  const { kinds, draft, keep, send, went, problem, setProblem } = useProposing()
  const tasks: readonly Task[] = [...(phone.view?.task.values() ?? [])]
  const why = missingIn(draft, voice !== null, tasks)

  return (
    <Frame
      title={t('phoneMore:propose.title')}
      // On a small phone the list of what was sent is below the edge.
      lead={t(`phoneMore:propose.${kinds.length === 0 ? 'closed' : went ? 'said' : 'lead'}`)}
      foot={
        <>
          {kinds.length === 0 ? null : (
            <Deed missing={why && t(`phoneMore:propose.${why}`)} onMissing={say} onClick={() => void send()}>
              {t('phoneMore:propose.send')} <Icon name="send" />
            </Deed>
          )}
          <Deed plain onClick={() => setPanel(null)}>
            {t('participant:head.close')}
          </Deed>
        </>
      }
    >
      {kinds.length > 1 ? (
        <div class="choices" role="radiogroup" aria-label={t('phoneMore:propose.kind')}>
          {kinds.map((kind) => (
            <Choice
              key={kind}
              name="kind"
              checked={draft.kind === kind}
              onChoose={() => keep({ ...emptyOffer(kind), text: draft.text })}
            >
              {t(`phoneMore:propose.${kind}`)}
            </Choice>
          ))}
        </div>
      ) : null}
      {kinds.length > 0 && draft.kind === 'volunteer' ? (
        <Tasks tasks={tasks} chosen={draft.taskId} onChoose={(taskId) => keep({ ...draft, taskId })} />
      ) : null}
      {kinds.length === 0 ? null : (
        <label class="write">
          <span class="strong">{t(`phoneMore:propose.words.${draft.kind}`)}</span>
          <textarea
            class="words"
            dir="auto"
            rows={3}
            maxLength={draft.kind === 'step' ? LIMITS.label : LIMITS.statement}
            value={draft.text}
            onInput={(event) => keep({ ...draft, text: event.currentTarget.value })}
          />
        </label>
      )}
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <Offers onProblem={setProblem} />
    </Frame>
  )
}

/** What is still missing, as the last part of a key; null when it can be sent. */
const missingIn = (draft: OwnOffer, hasVoice: boolean, tasks: readonly Task[]) => {
  if (draft.kind !== 'volunteer') return draft.text.trim() === '' ? 'empty' : null
  if (tasks.length === 0) return 'noTasks'
  if (!hasVoice) return 'noVoice'
  return tasks.some((task) => task.id === draft.taskId) ? null : 'choose'
}

type ChoiceProps = {
  readonly name: string
  readonly checked: boolean
  readonly onChoose: () => void
  readonly children: string
}

const Choice = ({ name, checked, onChoose, children }: ChoiceProps) => (
  <label class="choice choice-plain">
    <input type="radio" name={name} checked={checked} onChange={onChoose} />
    <span class="choice-name" dir="auto">
      {children}
    </span>
    <span class="choice-tick">
      <Icon name="check" />
    </span>
  </label>
)

type TasksProps = {
  readonly tasks: readonly Task[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

/** What nobody does yet. */
const Tasks = ({ tasks, chosen, onChoose }: TasksProps) => {
  const { t } = usePage()
  if (tasks.length === 0) return <p class="lead">{t('phoneMore:propose.noTasks')}</p>
  return (
    <div class="choices" role="radiogroup" aria-label={t('phoneMore:propose.which')}>
      {tasks.map((task) => (
        <Choice key={task.id} name="task" checked={task.id === chosen} onChoose={() => onChoose(task.id)}>
          {task.text}
        </Choice>
      ))}
    </div>
  )
}

const Offers = ({ onProblem }: { readonly onProblem: (words: string) => void }) => {
  const { phone, say, t } = usePage()
  const sent = phone.mine.offers.filter((offer) => offer.sent)
  if (sent.length === 0) return null
  const words = (offer: OwnOffer): string =>
    offer.text === ''
      ? (phone.view?.task.get(offer.taskId ?? '')?.text ?? t('phoneMore:propose.volunteer'))
      : offer.text
  const back = async (offer: OwnOffer): Promise<void> => {
    const reply = await phone.client?.request('proposal.withdraw', { id: offer.id, secret: offer.secret })
    if (!reply?.ok && reply?.error.code !== 'not-found')
      return onProblem(t(`participant:${problemKey(reply?.error.code)}`))
    phone.keep({ offers: phone.mine.offers.filter((one) => one.id !== offer.id) })
    return say(t('phoneMore:propose.gone'))
  }
  return (
    <section>
      <h2 class="strong">{t('phoneMore:propose.mine')}</h2>
      <ul class="own-cards">
        {sent.map((offer) => (
          <li key={offer.id} class="own-card">
            <p dir="auto">{words(offer)}</p>
            <button
              type="button"
              class="small-deed"
              aria-label={t('phoneMore:propose.backOf', { text: words(offer).slice(0, 80) })}
              onClick={() => void back(offer)}
            >
              {t('phoneMore:propose.back')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** @jsxImportSource preact */
import { sessionOf } from '@core/model/document'
import type { Step } from '@core/model/step'
import { usePage, useWords } from '../context'
import { Icon } from './icon'
import { NotebookLink } from './notebook-link'
import { OwnCardsLink } from './own-cards-link'
import { problemKey } from './problem'

/** What else one can do now, quietly below the one thing this screen is about. */
export const Also = ({ step }: { readonly step: Step | undefined }) => {
  const { tablet, setPanel } = usePage()
  const t = useWords()
  if (tablet) return <NotebookLink />
  return (
    <div class="also">
      {step && step.contribute !== 'closed' ? <Done step={step} /> : null}
      <Wish />
      <OwnCardsLink />
      {step?.propose?.length ? (
        <button type="button" class="link" onClick={() => setPanel('propose')}>
          {t('also.propose')}
        </button>
      ) : null}
    </div>
  )
}

/** Only counted: nobody sees who. */
const Done = ({ step }: { readonly step: Step }) => {
  const { phone } = usePage()
  const t = useWords()
  const done = phone.mine.done === step.id
  return (
    <button type="button" class="small-deed" aria-pressed={done} onClick={() => void phone.finish(!done)}>
      {done ? <Icon name="check" /> : null}
      {t('also.done')}
    </button>
  )
}

/** While the facilitator takes wishes to speak. */
const Wish = () => {
  const { phone, say } = usePage()
  const t = useWords()
  const queue = phone.view && sessionOf(phone.view)?.queue
  if (!queue) return null
  const at = queue.findIndex(({ id }) => id === phone.mine.wish)
  const ask = async (): Promise<void> => {
    const reply = await phone.client?.request('queue.raise', { raised: at < 0 })
    if (reply?.ok) phone.keep({ wish: reply.value.id })
    else say(t(problemKey(reply?.error.code)))
  }
  return (
    <button type="button" class="small-deed" aria-pressed={at >= 0} onClick={() => void ask()}>
      <Icon name="speak" /> {at < 0 ? t('also.speak') : at === 0 ? t('also.first') : t('also.waiting', { count: at })}
    </button>
  )
}

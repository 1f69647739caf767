/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Failure } from '@core/protocol/failures'
import type { Lookup } from '@core/text/lookup'
import { usePage } from '../context'
import type { Part, VoteRound } from '../model/screen'
import { isSlipLike, plainSlip, shownSlip } from '../model/slip'
import { Deed, Frame } from '../parts/frame'
import { Icon } from '../parts/icon'
import { PartLine } from './part-line'

const slipWords = (t: Lookup, { code, params = {} }: Failure, question: string): string => {
  switch (code) {
    case 'slip-used':
      return t('ballot:slip.used')
    case 'slip-void':
      return t('ballot:slip.void')
    case 'slip-unknown':
      return t('ballot:slip.unknown')
    case 'slip-other-round':
      return params['question'] === question ? t('ballot:slip.otherRound', params) : t('ballot:slip.other', params)
    case 'slow-down':
      return t('ballot:slip.slow')
    default:
      return t('ballot:slip.failed')
  }
}

/** One person, one slip: its code opens the ballot here. It is typed once and kept for this vote. */
export const SlipScreen = ({ vote, round, part }: VoteRound & { readonly part: Part }) => {
  const { phone, say, t } = usePage()
  const refused = phone.mine.ballots[round.id]?.problem
  const [code, setCode] = useState(() => shownSlip(phone.offeredSlip))
  const [problem, setProblem] = useState(() =>
    refused?.code.startsWith('slip-') ? slipWords(t, refused, vote.question) : null,
  )
  const [checking, setChecking] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const here = useRef(true)
  useEffect(() => () => void (here.current = false), [])
  const ask = (words: string): void => {
    setProblem(words)
    say(words)
    field.current?.focus()
  }
  const check = async (): Promise<void> => {
    const slip = plainSlip(code)
    if (slip === '') return ask(t('ballot:slip.missing'))
    if (!isSlipLike(slip)) return ask(t('ballot:slip.unknown'))
    const ids = { voteId: vote.id, roundId: round.id }
    // Without a network the ballot waits on the phone, and the host looks at the code when it comes.
    if (phone.status !== 'online') return phone.useSlip(ids, slip)
    setProblem(null)
    setChecking(true)
    const reply = await phone.client?.request('slip.check', { ...ids, slip })
    if (!here.current) return undefined
    setChecking(false)
    if (reply?.ok) return phone.useSlip(ids, slip)
    return ask(slipWords(t, reply?.error ?? { code: 'offline' }, vote.question))
  }
  return (
    <form
      class="as-page"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        void check()
      }}
    >
      <Frame
        class="main-airy"
        title={t('ballot:slip.title')}
        above={<PartLine part={part} />}
        lead={t('ballot:slip.lead')}
        note={t('ballot:slip.paper')}
        foot={
          <Deed type="submit" missing={checking ? t('ballot:slip.checking') : null} onMissing={say}>
            {t('ballot:slip.go')} <Icon name="right" />
          </Deed>
        }
      >
        <p class="now-running" dir="auto">
          {vote.question}
        </p>
        <div class="code">
          <label for="slip">{t('ballot:slip.label')}</label>
          <input
            ref={field}
            id="slip"
            name="slip"
            class="code-field"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={20}
            aria-describedby="slip-hint"
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
          <p id="slip-hint" class={problem === null ? 'small quiet' : 'why-not'} role="status">
            {checking ? t('ballot:slip.checking') : (problem ?? t('ballot:slip.hint'))}
          </p>
        </div>
      </Frame>
    </form>
  )
}

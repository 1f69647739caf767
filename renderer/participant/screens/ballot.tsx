/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { useOwnVoice, usePage, useWords } from '../context'
import { dotsRule, dotsUsed, ownBallot, whyNotLess, whyNotMore, withDot } from '../model/ballot'
import type { VoteRound } from '../model/screen'
import { Closing } from '../parts/closing'
import { Dots } from '../parts/dots'
import { Deed, Frame } from '../parts/frame'
import { Icon } from '../parts/icon'
import { MoreBelow } from '../parts/more-below'

/** Dots over the options. What is chosen is kept on the phone at once; it counts when it is handed in. */
export const BallotScreen = ({ vote, round }: VoteRound) => {
  const { phone, say } = usePage()
  const t = useWords()
  const rule = dotsRule(vote)
  const present = phone.mine.ballots[round.id]
  const ballot = ownBallot(vote, present)
  const used = dotsUsed(ballot.values)
  const [reason, setReason] = useState<string | null>(null)

  const change = (index: number, by: 1 | -1): void => {
    const why = by > 0 ? whyNotMore(rule, ballot.values, index) : whyNotLess(ballot.values, index)
    if (why !== null) {
      const words = t(`ballot.why.${why}`, { count: rule.cap })
      setReason(words)
      return say(words)
    }
    setReason(null)
    const values = withDot(ballot.values, index, by)
    phone.choose(round.id, { ...ballot, values, state: 'choosing' })
    return say(leftWords(t, rule.budget, dotsUsed(values)))
  }

  return (
    <Frame
      title={vote.question}
      lead={rule.cap < rule.budget ? t('ballot.leadCap', { count: rule.cap }) : t('ballot.lead')}
      note={<Kept />}
      foot={
        <>
          <Closing round={round} />
          <Deed
            missing={used === 0 ? t('ballot.empty') : null}
            onMissing={say}
            onClick={() => phone.handIn(round.id, ballot)}
          >
            {t('ballot.handIn')}
          </Deed>
        </>
      }
    >
      <div class="budget">
        <span>{leftWords(t, rule.budget, used)}</span>
        <Dots full={used} of={rule.budget} />
        {reason === null ? null : <p class="budget-reason small">{reason}</p>}
      </div>
      {present?.counted && present.state === 'choosing' ? (
        <p class="earlier small">
          {t('ballot.earlier')}{' '}
          <button type="button" class="link" onClick={() => phone.keepBallot(round.id)}>
            {t('ballot.keepEarlier')}
          </button>
        </p>
      ) : null}
      <ul class="options">
        {vote.options.map((option, index) => (
          <OptionRow
            key={option.id}
            text={option.text}
            value={ballot.values[index] ?? 0}
            cap={rule.cap}
            canAdd={whyNotMore(rule, ballot.values, index) === null}
            onChange={(by) => change(index, by)}
          />
        ))}
      </ul>
      <MoreBelow />
    </Frame>
  )
}

const leftWords = (t: ReturnType<typeof useWords>, budget: number, used: number): string =>
  used >= budget ? t('ballot.none', { budget }) : t('ballot.left', { count: budget - used, budget })

type OptionRowProps = {
  readonly text: string
  readonly value: number
  readonly cap: number
  readonly canAdd: boolean
  readonly onChange: (by: 1 | -1) => void
}

const OptionRow = ({ text, value, cap, canAdd, onChange }: OptionRowProps) => {
  const t = useWords()
  return (
    <li class="option" data-row>
      <span class="option-text" dir="auto">
        {text}
      </span>
      <div class="stepper" role="group" aria-label={text}>
        <button
          type="button"
          class="step-button"
          aria-disabled={value === 0 ? true : undefined}
          aria-label={t('ballot.less', { option: text })}
          onClick={() => onChange(-1)}
        >
          <Icon name="minus" size={24} />
        </button>
        <span class="stepper-value" role="img" aria-label={t('ballot.value', { count: value, cap })}>
          <Dots full={value} of={cap} />
        </span>
        <button
          type="button"
          class="step-button"
          aria-disabled={canAdd ? undefined : true}
          aria-label={t('ballot.more', { option: text })}
          onClick={() => onChange(1)}
        >
          <Icon name="plus" size={24} />
        </button>
      </div>
    </li>
  )
}

/** One sentence on what the laptop stores of a ballot. */
const Kept = () => {
  const t = useWords()
  const voice = useOwnVoice()
  return (
    <>
      <strong>{t('ballot.keptShort')}</strong> {t(voice ? 'ballot.keptText' : 'ballot.keptUnstated')}
    </>
  )
}

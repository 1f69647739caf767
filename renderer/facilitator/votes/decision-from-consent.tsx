import { IconGavel } from '@tabler/icons-react'
import { useState } from 'react'
import { LIMITS } from '@core/model/limits'
import type { Vote } from '@core/model/vote'
import type { RequestArgs } from '@core/protocol/requests'
import type { ResultOption, ResultView } from '@core/rules/result-model'
import { resultView } from '@core/rules/result-view'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { Button } from '../../shared/look/button'
import { useReplica, useRun, useTable } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { openHit } from '../app/open-hit'
import { reportFailure } from '../app/problems'
import { startDecision } from '../outcomes/drafts'

const MOST_OBJECTIONS = 60

/**
 * The decision that a consent vote made about one proposal. Reasons were given without voice and for the vote as a whole:
 * they stay with the decision as they were said. `behind` counts who supports or can go along, as the tally says.
 */
export const decisionFromConsent = (
  result: ResultView,
  option: ResultOption,
  id: string,
): RequestArgs<'decision.add'> => {
  const [support = 0, aside = 0, object = 0] = option.row
  return {
    id,
    wording: option.text,
    kind: 'agreement',
    status: object === 0 ? 'agreed' : 'proposed',
    behind: { voiceIds: [], count: support, of: support + aside + object },
    objections: result.reasons.slice(0, MOST_OBJECTIONS).map((text) => ({
      id: newId(),
      text: text.slice(0, LIMITS.statement),
      quote: 'none',
    })),
    evidence: [{ type: 'vote', id: result.voteId }],
  }
}

interface ChooseProps {
  readonly result: ResultView
  readonly onChoose: (option: ResultOption) => void
  readonly onClose: () => void
}

/** Which of the proposals is decided, with how many support it, stand aside and object. */
const ChooseOption = ({ result, onChoose, onClose }: ChooseProps) => {
  const t = useT()
  return (
    <Dialog title={t('vote:decide.title')} onClose={onClose}>
      <div className="dialog-body">
        <p className="quiet">{t('vote:decide.text')}</p>
        <ul className="decide-list">
          {result.options.map((option) => (
            <li key={option.id}>
              <button type="button" className="decide-row" onClick={() => onChoose(option)}>
                <b dir="auto">{option.text}</b>
                <span className="quiet">
                  {t('vote:decide.row', {
                    support: option.row[0] ?? 0,
                    aside: option.row[1] ?? 0,
                    object: option.row[2] ?? 0,
                  })}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

/** Of a consent vote: one deed records the decision with its objections. Of others the usual form opens. */
export const DecideButton = ({ vote, roundIndex }: { readonly vote: Vote; readonly roundIndex: number }) => {
  const t = useT()
  const replica = useReplica()
  const run = useRun()
  const voices = useTable('voice')
  const [choosing, setChoosing] = useState(false)
  const result = vote.method.name === 'consent' ? resultView(vote, roundIndex, voices.values(), 'room') : null
  const record = async (option: ResultOption): Promise<void> => {
    setChoosing(false)
    if (result === null) return
    const id = newId()
    const done = await run('decision.add', decisionFromConsent(result, option, id))
    if (done.ok) openHit(replica, { type: 'decision', id })
    else reportFailure(done.error)
  }
  const decide = (): void => {
    const only = result?.options.length === 1 ? result.options[0] : undefined
    if (result === null) startDecision({ type: 'vote', id: vote.id })
    else if (only === undefined) setChoosing(true)
    else void record(only)
  }
  return (
    <>
      <Button icon={<IconGavel size={17} stroke={1.75} />} onClick={decide}>
        {t(result === null ? 'vote:result.decide' : 'vote:decide.button')}
      </Button>
      {choosing && result !== null ? (
        <ChooseOption result={result} onChoose={(option) => void record(option)} onClose={() => setChoosing(false)} />
      ) : null}
    </>
  )
}

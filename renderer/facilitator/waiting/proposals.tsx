import type { Proposal } from '@core/model/step'
import { newId } from '../../shared/lib/new-id'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRecord } from '../../shared/replica/react'
import { useChange } from '../people/use-change'
import { FromVoice } from './from-voice'

type RowProps = { readonly proposal: Proposal; readonly closed: boolean }

const Row = ({ proposal, closed }: RowProps) => {
  const t = useT()
  const change = useChange()
  const task = useRecord('task', proposal.taskId)
  const { id, kind, text } = proposal
  const words = kind === 'volunteer' ? (task?.text ?? '') : (text ?? '')
  const accept = (): void => change('proposal.accept', kind === 'volunteer' ? { id } : { id, newId: newId() })
  const named = (deed: string): string => t('waiting:of', { deed, text: words.slice(0, 80) })
  return (
    <li className="waiting-row">
      <div className="waiting-words">
        <p className="small quiet">
          {t(`waiting:proposed.${kind}`)} {'\u00b7'} <FromVoice voiceId={proposal.voiceId} />
        </p>
        <p dir="auto">{words}</p>
        {kind === 'volunteer' && text !== undefined ? (
          <p className="small" dir="auto">
            {text}
          </p>
        ) : null}
      </div>
      {closed ? null : (
        <div className="actions">
          <Button size="small" label={named(t(`waiting:accept.${kind}`))} onClick={accept}>
            {t(`waiting:accept.${kind}`)}
          </Button>
          <Button
            size="small"
            kind="quiet"
            label={named(t('waiting:decline'))}
            onClick={() => change('proposal.decline', { id })}
          >
            {t('waiting:decline')}
          </Button>
        </div>
      )}
    </li>
  )
}

type ProposalsProps = { readonly proposals: readonly Proposal[]; readonly closed: boolean }

/** Accepted, it becomes what was meant; declined, it is gone. */
export const Proposals = ({ proposals, closed }: ProposalsProps) => {
  const t = useT()
  return (
    <section aria-labelledby="proposals-title">
      <h2 id="proposals-title">{t('waiting:proposals')}</h2>
      <ul className="waiting-list">
        {proposals.map((proposal) => (
          <Row key={proposal.id} proposal={proposal} closed={closed} />
        ))}
      </ul>
    </section>
  )
}

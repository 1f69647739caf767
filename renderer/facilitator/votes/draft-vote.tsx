import { Menu } from '@mantine/core'
import { IconLock, IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { LIMITS } from '@core/model/limits'
import type { Vote } from '@core/model/vote'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useHelper, useReplica, useRun } from '../../shared/replica/react'
import { nav } from '../app/nav'
import { PlaceFrame } from '../app/place-body'
import { reportFailure } from '../app/problems'
import { StepButton } from '../app/step-header'
import { useActions } from '../app/use-actions'
import { WordsField } from '../outcomes/fields'
import { ProblemNote } from '../outcomes/problem-note'
import { useLive } from '../outcomes/use-live'
import { BallotPreview } from './ballot-preview'
import { BeforeOpening, useObstacle } from './before-opening'
import { ChannelChoice } from './channel-choice'
import { MethodChoice } from './method-choice'
import { MoreMenu } from './more-menu'
import { OptionsEditor } from './options-editor'
import { useVoteDeeds } from './use-vote-deeds'
import { draftOf, slipsOf, sourceText, voteArgs } from './vote-draft'
import type { VoteDraft } from './vote-draft'
import { VoteHeader } from './vote-header'
import { VoteSettings } from './vote-settings'

const DraftMenu = ({ vote }: { readonly vote: Vote }) => {
  const t = useT()
  const run = useRun()
  const remove = async (): Promise<void> => {
    const done = await run('vote.remove', { id: vote.id })
    if (done.ok) nav.go({ kind: 'votes' })
    else reportFailure(done.error)
  }
  return (
    <MoreMenu>
      <Menu.Item leftSection={<IconTrash size={16} stroke={1.75} />} onClick={() => void remove()}>
        {t('vote:remove')}
      </Menu.Item>
    </MoreMenu>
  )
}

/**
 * What is printed on slips that are already in people's hands changes only on purpose: every slip would say something
 * else than the vote, and could not be typed in any more.
 */
const usePrintedLock = (vote: Vote): { readonly locked: boolean; readonly unlock: () => void } => {
  // Slips printed after it was unlocked lock it again.
  const [unlockedFor, setUnlockedFor] = useState(0)
  const { usable } = slipsOf(vote)
  return { locked: usable > 0 && unlockedFor !== usable, unlock: () => setUnlockedFor(usable) }
}

interface PrintedNoteProps {
  readonly vote: Vote
  readonly locked: boolean
  readonly onUnlock: () => void
}

const PrintedNote = ({ vote, locked, onUnlock }: PrintedNoteProps) => {
  const t = useT()
  const { usable } = slipsOf(vote)
  if (usable === 0) return null
  return (
    <div className="notice notice-warn">
      <IconLock size={19} stroke={1.75} aria-hidden="true" />
      <div className="printed-words">
        <p>
          <b>{t('vote:slips.printed', { count: usable })}</b> {t(locked ? 'vote:slips.locked' : 'vote:slips.unlocked')}
        </p>
        {locked ? (
          <Button size="small" onClick={onUnlock}>
            {t('vote:slips.unlock')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

const Side = ({ vote, draft }: { readonly vote: Vote; readonly draft: VoteDraft }) => {
  const t = useT()
  const { view } = useReplica()
  const options = draft.options
    .filter(({ text }) => text.trim() !== '')
    .map(({ id, text, source }) => ({ id, text: source === undefined ? text : (sourceText(view, t, source) ?? text) }))
  return (
    <aside className="vote-side" aria-label={t('vote:see.title')}>
      <h2 className="side-title">{t('vote:see.onPhones')}</h2>
      <BallotPreview question={draft.question} options={options} method={draft.method} />
      <BeforeOpening vote={vote} />
    </aside>
  )
}

/** Before the first opening: question, topics, rules. Nothing has to be touched but the topics. */
export const DraftVote = ({ vote, stepId }: { readonly vote: Vote; readonly stepId: string | undefined }) => {
  const t = useT()
  const run = useRun()
  const deeds = useVoteDeeds()
  const obstacle = useObstacle(vote)
  const { locked, unlock } = usePrintedLock(vote)
  const helper = useHelper()
  const live = useLive<VoteDraft>(draftOf(vote), async (changes, before) =>
    run('vote.update', { id: vote.id, ...voteArgs(changes, { ...before, ...changes }) }),
  )
  const { draft, type, choose } = live
  useActions({ 'vote.open': { enabled: () => obstacle === undefined, run: async () => await deeds.open(vote) } })
  return (
    <PlaceFrame
      header={
        <VoteHeader
          vote={vote}
          stepId={stepId}
          roundIndex={0}
          lead={t('vote:draft.lead')}
          actions={
            <>
              {helper ? null : <DraftMenu vote={vote} />}
              {stepId === undefined ? null : <StepButton stepId={stepId} kind="plain" />}
              {helper ? null : (
                <Button
                  kind="primary"
                  icon={<IconPlayerPlay size={17} stroke={1.9} />}
                  unavailable={obstacle}
                  onClick={() => void deeds.open(vote)}
                >
                  {t('vote:open')}
                </Button>
              )}
            </>
          }
        />
      }
      drawer={<Side vote={vote} draft={draft} />}
    >
      <div className="vote-draft" onBlur={live.commit}>
        <ProblemNote failure={live.failure} />
        <PrintedNote vote={vote} locked={locked} onUnlock={unlock} />
        <fieldset className="vote-printed" disabled={locked} aria-label={t('vote:slips.onBallot')}>
          <WordsField
            label={t('vote:draft.question')}
            value={draft.question}
            rows={1}
            limit={LIMITS.label}
            onType={(question) => type({ question })}
          />
          <OptionsEditor
            options={draft.options}
            type={(options) => type({ options })}
            choose={(options) => choose({ options })}
          />
          <MethodChoice draft={draft} choose={choose} />
        </fieldset>
        <ChannelChoice draft={draft} choose={choose} locked={locked} />
        <VoteSettings draft={draft} choose={choose} locked={locked} />
        <WordsField
          label={t('vote:draft.explanation')}
          value={draft.explanation}
          rows={2}
          onType={(explanation) => type({ explanation })}
          hint={t('vote:draft.explanationHint')}
        />
      </div>
    </PlaceFrame>
  )
}

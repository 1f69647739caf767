import { Menu } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconDoorEnter, IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import { LIMITS } from '@core/model/limits'
import type { Vote } from '@core/model/vote'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useReplica, useRoom, useRun, useSession } from '../../shared/replica/react'
import { runAction } from '../app/actions'
import { nav } from '../app/nav'
import { PlaceFrame } from '../app/place-body'
import { reportFailure } from '../app/problems'
import { StepButton } from '../app/step-header'
import { useActions } from '../app/use-actions'
import { WordsField } from '../outcomes/fields'
import { ProblemNote } from '../outcomes/problem-note'
import { useLive } from '../outcomes/use-live'
import { BallotPreview } from './ballot-preview'
import { MoreMenu } from './more-menu'
import { OptionsEditor } from './options-editor'
import { useVoteDeeds } from './use-vote-deeds'
import { FEWEST_OPTIONS, draftOf, sourceText, voteArgs } from './vote-draft'
import type { VoteDraft } from './vote-draft'
import { VoteHeader } from './vote-header'
import { VoteSettings } from './vote-settings'

/** Why the vote cannot open yet; undefined when it can. */
const useObstacle = (vote: Vote): string | undefined => {
  const t = useT()
  const closed = useSession()?.state === 'closed'
  if (closed) return t('vote:check.sessionClosed')
  return vote.options.length < FEWEST_OPTIONS ? t('vote:check.options') : undefined
}

const Check = ({ ok, children }: { readonly ok: boolean; readonly children: string }) => (
  <li className={ok ? 'check-ok' : 'check-open'}>
    {ok ? (
      <IconCheck size={17} stroke={2} aria-hidden="true" />
    ) : (
      <IconAlertTriangle size={17} stroke={1.75} aria-hidden="true" />
    )}
    <span>{children}</span>
  </li>
)

const Checks = ({ vote }: { readonly vote: Vote }) => {
  const t = useT()
  const room = useRoom()
  const enough = vote.options.length >= FEWEST_OPTIONS
  const open = room?.open === true
  return (
    <section aria-labelledby="vote-checks">
      <h2 id="vote-checks" className="side-title">
        {t('vote:check.title')}
      </h2>
      <ul className="checks">
        <Check ok={enough}>
          {enough ? t('vote:check.optionsOk', { count: vote.options.length }) : t('vote:check.options')}
        </Check>
        <Check ok={open}>{open ? t('vote:check.roomOk', { count: room.phones }) : t('vote:check.room')}</Check>
      </ul>
      {open ? null : (
        <Button icon={<IconDoorEnter size={17} stroke={1.75} />} onClick={() => void runAction('room.toggle')}>
          {t('vote:check.openRoom')}
        </Button>
      )}
    </section>
  )
}

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

const Side = ({ vote, draft }: { readonly vote: Vote; readonly draft: VoteDraft }) => {
  const t = useT()
  const { view } = useReplica()
  const options = draft.options
    .filter(({ text }) => text.trim() !== '')
    .map(({ id, text, source }) => ({ id, text: source === undefined ? text : (sourceText(view, t, source) ?? text) }))
  return (
    <aside className="vote-side" aria-label={t('vote:see.title')}>
      <h2 className="side-title">{t('vote:see.onPhones')}</h2>
      <BallotPreview question={draft.question} options={options} budget={draft.budget} cap={draft.cap} />
      <Checks vote={vote} />
    </aside>
  )
}

/** Before the first opening: question, topics, rules. Nothing has to be touched but the topics. */
export const DraftVote = ({ vote, stepId }: { readonly vote: Vote; readonly stepId: string | undefined }) => {
  const t = useT()
  const run = useRun()
  const deeds = useVoteDeeds()
  const obstacle = useObstacle(vote)
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
              <DraftMenu vote={vote} />
              {stepId === undefined ? null : <StepButton stepId={stepId} kind="plain" />}
              <Button
                kind="primary"
                icon={<IconPlayerPlay size={17} stroke={1.9} />}
                unavailable={obstacle}
                onClick={() => void deeds.open(vote)}
              >
                {t('vote:open')}
              </Button>
            </>
          }
        />
      }
      drawer={<Side vote={vote} draft={draft} />}
    >
      <div className="vote-draft" onBlur={live.commit}>
        <ProblemNote failure={live.failure} />
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
        <VoteSettings draft={draft} choose={choose} />
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

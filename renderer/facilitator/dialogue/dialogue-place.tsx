import { IconArrowBigUpLines, IconMessages, IconPresentation, IconPrinter, IconStairs } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Chain, Dialogue } from '@core/rules/chain'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { Button } from '../../shared/look/button'
import { BoardDrawing } from '../../shared/look/drawings'
import { EmptyState } from '../../shared/look/empty-state'
import { Segmented } from '../../shared/look/segmented'
import { useOrdered, useReadOnly, useRun, useSession } from '../../shared/replica/react'
import { useDialogue, useLoose } from '../../shared/replica/use-dialogue'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { reportFailure } from '../app/problems'
import { useActions } from '../app/use-actions'
import { useShowStage } from '../room/use-show-stage'
import { selection, useSelection } from '../app/selection'
import { StepButton, useStepWords } from '../app/step-header'
import { useDraft } from '../outcomes/drafts'
import { OutcomeDrawer } from '../outcomes/outcome-drawer'
import { ChainRow } from './chain-row'
import type { DialogueWork } from './dialogue-work'
import { DialogueWorkProvider } from './dialogue-work'
import { GuideDialog } from './guide-dialog'
import { ReleasePanel } from './release-panel'
import { RoundHeads } from './round-heads'
import { RoundsPanel } from './rounds-panel'
import './dialogue.css'
import './panels.css'

const ICON = { size: 17, stroke: 1.75 } as const

type Filter = 'all' | 'unanswered' | 'promised'
type Panel = 'release' | 'rounds' | null

const FILTERS: readonly Filter[] = ['all', 'unanswered', 'promised']

const shownChains = (dialogue: Dialogue, filter: Filter): readonly Chain[] =>
  filter === 'all' ? dialogue.chains : dialogue.chains.filter((chain) => chain.state === filter)

/** What the rows can do; where an answer is written and which chain is chosen. */
const useWork = (dialogue: Dialogue): DialogueWork => {
  const t = useT()
  const run = useRun()
  const showStage = useShowStage()
  const session = useSession()
  const readOnly = useReadOnly()
  const questions = useOrdered('question')
  const [chosen, choose] = useState<string | null>(null)
  const [answering, setAnswering] = useState<DialogueWork['answering']>(null)
  const open = questions.filter((question) => question.state === 'open')
  return {
    dialogue,
    roundName: (round) => {
      const label = dialogue.rounds[round - 1]?.label
      return label ? labelText(t, label) : t('dialogue:roundNumber', { number: round })
    },
    chosen,
    choose,
    answering,
    answer: (chainId, round) => setAnswering({ chainId, round }),
    endAnswer: () => setAnswering(null),
    show: async (chain) => {
      choose(chain.id)
      await showStage({ view: 'chain', statementId: chain.id })
    },
    bringUp: async (chain) => {
      const origin = { type: 'statement', id: chain.id } as const
      // Questions are printed as they are: words that nobody may quote do not become one.
      const text = chain.root.quote === 'none' ? t('dialogue:gap.confidential') : chain.root.text
      const done = await run('question.add', { id: newId(), kind: 'question', text, origin })
      if (!done.ok) reportFailure(done.error)
    },
    broughtUp: new Set(open.flatMap(({ origin }) => (origin?.type === 'statement' ? [origin.id] : []))),
    locked: readOnly || session?.state === 'closed',
  }
}

/** Up, Down, Home and End go from chain to chain. */
const walkChains = (event: KeyboardEvent<HTMLElement>): void => {
  const from = event.target instanceof HTMLElement ? event.target.closest('.chain-open') : null
  if (!from) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.chain-open')]
  const at = all.findIndex((one) => one === from)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
  const next = to === undefined ? undefined : all[to]
  if (!next) return
  event.preventDefault()
  next.focus()
}

interface HeadProps {
  readonly work: DialogueWork
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly onPanel: (panel: Panel) => void
  readonly onGuide: () => void
  readonly stepId: string | undefined
}

/** The round the guide is for: the next one, or the last where there is none after this. */
const guideRound = ({ current, rounds }: Dialogue): number => Math.max(2, Math.min(current + 1, rounds.length))

const chosenChain = ({ dialogue, chosen }: DialogueWork): Chain | undefined =>
  dialogue.chains.find((chain) => chain.id === chosen) ?? dialogue.chains[0]

const Actions = ({ work, onGuide, stepId }: Pick<HeadProps, 'work' | 'onGuide' | 'stepId'>) => {
  const t = useT()
  const { dialogue } = work
  const chosen = chosenChain(work)
  const empty = chosen === undefined ? t('dialogue:nothingYet') : undefined
  return (
    <>
      <Button icon={<IconPrinter {...ICON} />} unavailable={empty} onClick={onGuide}>
        {t('dialogue:guide.open', { round: guideRound(dialogue) })}
      </Button>
      <Button
        kind={stepId === undefined ? 'primary' : 'plain'}
        icon={<IconPresentation {...ICON} />}
        unavailable={empty}
        onClick={() => {
          if (chosen) void work.show(chosen)
        }}
      >
        {t('dialogue:deed.show')}
      </Button>
      {stepId === undefined ? null : <StepButton stepId={stepId} />}
    </>
  )
}

const Head = ({ work, filter, onFilter, onPanel, onGuide, stepId }: HeadProps) => {
  const t = useT()
  const step = useStepWords(stepId)
  const { counts, current, rounds, chains } = work.dialogue
  const figures = { all: chains.length, unanswered: counts.unanswered, promised: counts.promised }
  const round = t('dialogue:kicker', { round: current, rounds: rounds.length })
  return (
    <PlaceHeader
      kicker={step ? t('dialogue:stepKicker', { step: step.kicker, round }) : round}
      title={step?.title ?? t('dialogue:title')}
      lead={step?.lead ?? t('dialogue:lead')}
      actions={<Actions work={work} onGuide={onGuide} stepId={stepId} />}
    >
      <Segmented<Filter>
        name={t('dialogue:filter.name')}
        value={filter}
        segments={FILTERS.map((value) => ({ value, label: t(`dialogue:filter.${value}`, { count: figures[value] }) }))}
        onChange={onFilter}
      />
      <div className="tool-far">
        <span className="small quiet dialogue-counts">
          {t('dialogue:counts', {
            released: t('dialogue:released', { count: counts.statements }),
            kept: counts.keptBack,
          })}
        </span>
        <Button size="small" icon={<IconArrowBigUpLines size={16} stroke={1.75} />} onClick={() => onPanel('release')}>
          {t('dialogue:release.open')}
        </Button>
        <Button size="small" icon={<IconStairs size={16} stroke={1.75} />} onClick={() => onPanel('rounds')}>
          {t('dialogue:rounds.open')}
        </Button>
      </div>
    </PlaceHeader>
  )
}

const Empty = ({ onPanel }: { readonly onPanel: (panel: Panel) => void }) => {
  const t = useT()
  return (
    <div className="dialogue-empty">
      <EmptyState
        drawing={<BoardDrawing />}
        title={t('dialogue:empty.title')}
        text={t('dialogue:empty.text')}
        actions={
          <>
            <Button kind="primary" onClick={() => onPanel('release')}>
              {t('dialogue:release.open')}
            </Button>
            <Button onClick={() => onPanel('rounds')}>{t('dialogue:rounds.open')}</Button>
          </>
        }
        tip={t('dialogue:empty.tip')}
        tipIcon={<IconMessages size={18} stroke={1.75} />}
      />
    </div>
  )
}

/** Round columns, a row for each chain: what was said, what was answered, what was promised, and the gaps. */
const Chains = ({ work, filter }: { readonly work: DialogueWork; readonly filter: Filter }) => {
  const t = useT()
  const chains = shownChains(work.dialogue, filter)
  const loose = useLoose(work.dialogue.current)
  return (
    // Arrow keys are taken for the buttons inside.
    <section
      className="chains"
      data-rounds={work.dialogue.rounds.length}
      aria-label={t('dialogue:title')}
      onKeyDown={walkChains}
    >
      <RoundHeads />
      {loose.length > 0 ? <p className="notice loose-answers">{t('dialogue:loose', { count: loose.length })}</p> : null}
      {chains.length === 0 ? <p className="note chains-none">{t(`dialogue:none.${filter}`)}</p> : null}
      <ul className="chain-list">
        {chains.map((chain) => (
          <ChainRow key={chain.id} chain={chain} />
        ))}
      </ul>
    </section>
  )
}

/** The staged dialogue of the lab: every statement with what was answered round by round. */
export const DialoguePlace = ({ stepId }: { readonly stepId?: string }) => {
  const dialogue = useDialogue()
  const work = useWork(dialogue)
  const draft = useDraft()
  const { open } = useSelection()
  const free = draft === null && open === null
  const [filter, setFilter] = useState<Filter>('all')
  const [panel, setPanel] = useState<Panel>(null)
  const [guide, setGuide] = useState(false)
  const round = guideRound(dialogue)
  const close = (): void => setPanel(null)
  const openPanel = (next: Panel): void => {
    selection.closeDrawer()
    setPanel(next)
  }
  const chosen = chosenChain(work)
  useActions({
    'dialogue.release': { enabled: () => true, run: () => openPanel('release') },
    'dialogue.rounds': { enabled: () => true, run: () => openPanel('rounds') },
    'dialogue.guide': { enabled: () => chosen !== undefined, run: () => setGuide(true) },
    'dialogue.show': { enabled: () => chosen !== undefined, run: () => chosen && void work.show(chosen) },
  })
  return (
    <DialogueWorkProvider value={work}>
      <PlaceFrame
        header={
          <Head
            work={work}
            filter={filter}
            onFilter={setFilter}
            onPanel={openPanel}
            onGuide={() => setGuide(true)}
            stepId={stepId}
          />
        }
        drawer={
          <>
            <OutcomeDrawer />
            {free && panel === 'release' ? <ReleasePanel onClose={close} locked={work.locked} /> : null}
            {free && panel === 'rounds' ? <RoundsPanel onClose={close} /> : null}
          </>
        }
      >
        {dialogue.chains.length === 0 ? <Empty onPanel={openPanel} /> : <Chains work={work} filter={filter} />}
      </PlaceFrame>
      {guide ? <GuideDialog round={round} roundName={work.roundName(round)} onClose={() => setGuide(false)} /> : null}
    </DialogueWorkProvider>
  )
}

import { IconArrowBackUp, IconMessagePlus, IconPencil } from '@tabler/icons-react'
import type { Chain, ChainCell as Cell } from '@core/rules/chain'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { AnswerForm } from './answer-form'
import { useDialogueWork } from './dialogue-work'
import { PromiseCard } from './promise-card'
import { SaidCard } from './said-card'

const ICON = { size: 16, stroke: 1.75 } as const

interface CellProps {
  readonly chain: Chain
  readonly cell: Cell
}

/** Nobody answered though it was their turn: the gap with the next deed in it. */
const Missing = ({ chain, cell }: CellProps) => {
  const t = useT()
  const { dialogue, roundName, chosen, show, answer, bringUp, broughtUp, locked } = useDialogueWork()
  const now = cell.round === dialogue.current
  const asked = broughtUp.has(chain.id)
  return (
    <div className="gap">
      <p className="gap-what">
        <b>{t(now ? 'dialogue:gap.now' : 'dialogue:gap.earlier', { round: roundName(cell.round) })}</b>{' '}
        {now ? null : t('dialogue:gap.since', { round: cell.round })}
      </p>
      {locked ? null : (
        <div className="actions">
          {now ? (
            <Button
              size="small"
              icon={<IconMessagePlus {...ICON} />}
              onClick={() => {
                void show(chain)
                answer(chain.id, cell.round)
              }}
            >
              {t('dialogue:deed.ask')}
            </Button>
          ) : (
            <Button
              size="small"
              icon={<IconArrowBackUp {...ICON} />}
              unavailable={asked ? t('dialogue:gap.broughtUp') : undefined}
              onClick={() => void bringUp(chain)}
            >
              {t('dialogue:deed.bringUp')}
            </Button>
          )}
          {chosen === chain.id ? (
            <Button
              size="small"
              kind="quiet"
              icon={<IconPencil {...ICON} />}
              onClick={() => answer(chain.id, cell.round)}
            >
              {t('dialogue:deed.answer')}
            </Button>
          ) : null}
        </div>
      )}
      {asked ? <p className="spoke-signs">{t('dialogue:gap.broughtUp')}</p> : null}
    </div>
  )
}

/** Not their turn yet: what it waits for. */
const Waiting = ({ chain, cell }: CellProps) => {
  const t = useT()
  const { roundName } = useDialogueWork()
  const before = chain.cells.find(
    (one) => one.round < cell.round && (one.state === 'missing' || one.state === 'waiting'),
  )
  return (
    <div className="gap gap-waits">
      <p className="gap-what">
        {before
          ? t('dialogue:gap.waits', { round: before.round })
          : t('dialogue:gap.guide', { round: roundName(cell.round) })}
      </p>
    </div>
  )
}

const Filled = ({ chain, cell }: CellProps) => {
  const t = useT()
  return (
    <>
      {cell.said
        .filter((said) => said.id !== chain.id)
        .map((said) => (
          <SaidCard key={said.id} said={said} />
        ))}
      {cell.also.map((said) => (
        <div key={said.id} className="spoke-also">
          <p className="spoke-signs">{t('dialogue:also')}</p>
          <SaidCard said={said} />
        </div>
      ))}
      {cell.promises.map((decision) => (
        <PromiseCard key={decision.id} decision={decision} />
      ))}
    </>
  )
}

/** One round of a chain. The arrow before it is solid where something was answered, dashed where not. */
export const ChainCell = ({ chain, cell }: CellProps) => {
  const t = useT()
  const { answering, roundName } = useDialogueWork()
  const writing = answering?.chainId === chain.id && answering.round === cell.round
  const begins = cell.round > chain.root.round
  const empty = cell.state === 'missing' || cell.state === 'waiting'
  return (
    <div
      className="chain-cell"
      data-state={cell.state}
      data-arrow={begins && cell.state !== 'before' ? cell.state : undefined}
    >
      {begins && cell.state !== 'before' ? (
        <span className="visually-hidden">{t('dialogue:inRound', { round: roundName(cell.round) })}</span>
      ) : null}
      {cell.state === 'said' ? <Filled chain={chain} cell={cell} /> : null}
      {writing ? <AnswerForm chain={chain} round={cell.round} /> : null}
      {empty && !writing ? (
        cell.state === 'missing' ? (
          <Missing chain={chain} cell={cell} />
        ) : (
          <Waiting chain={chain} cell={cell} />
        )
      ) : null}
    </div>
  )
}

import { IconArrowBackUp, IconGavel, IconPencil, IconPresentation, IconRotate } from '@tabler/icons-react'
import type { Chain } from '@core/rules/chain'
import { statementToAnswer } from '@core/rules/chain'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRun, useSession } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { startDecision } from '../outcomes/drafts'
import { ChainCell } from './chain-cell'
import { useDialogueWork } from './dialogue-work'
import { SaidCard } from './said-card'

const ICON = { size: 16, stroke: 1.75 } as const

/** What can be done with the chosen chain. */
const ChainDeeds = ({ chain }: { readonly chain: Chain }) => {
  const t = useT()
  const run = useRun()
  const session = useSession()
  const { dialogue, show, answer, bringUp, broughtUp, locked } = useDialogueWork()
  const last = statementToAnswer(chain, dialogue.rounds.length + 1)
  const silent =
    chain.cells.every((cell) => cell.said.every((said) => said.id === chain.id)) && chain.promises.length === 0
  const keepBack = async (): Promise<void> => {
    const done = await run('statement.keep-back', { id: chain.id })
    if (!done.ok) reportFailure(done.error)
  }
  if (locked) {
    return (
      <div className="chain-deeds actions">
        <Button size="small" icon={<IconPresentation {...ICON} />} onClick={() => void show(chain)}>
          {t('dialogue:deed.show')}
        </Button>
      </div>
    )
  }
  return (
    <div className="chain-deeds actions">
      <Button size="small" icon={<IconPresentation {...ICON} />} onClick={() => void show(chain)}>
        {t('dialogue:deed.show')}
      </Button>
      <Button
        size="small"
        icon={<IconPencil {...ICON} />}
        onClick={() => answer(chain.id, Math.max(dialogue.current, chain.root.round))}
      >
        {t('dialogue:deed.answer')}
      </Button>
      <Button
        size="small"
        icon={<IconGavel {...ICON} />}
        onClick={() => startDecision({ type: 'statement', id: last }, '')}
      >
        {t('dialogue:deed.promise')}
      </Button>
      <Button
        size="small"
        icon={<IconArrowBackUp {...ICON} />}
        unavailable={broughtUp.has(chain.id) ? t('dialogue:gap.broughtUp') : undefined}
        onClick={() => void bringUp(chain)}
      >
        {t('dialogue:deed.bringUp')}
      </Button>
      {silent && chain.root.sessionId === session?.id ? (
        <Button size="small" kind="quiet" icon={<IconRotate {...ICON} />} onClick={() => void keepBack()}>
          {t('dialogue:deed.keepBack')}
        </Button>
      ) : null}
    </div>
  )
}

/** A chain from left to right; choosing it shows its deeds and all of its words. */
export const ChainRow = ({ chain }: { readonly chain: Chain }) => {
  const { chosen, choose } = useDialogueWork()
  const isChosen = chosen === chain.id
  return (
    <li className="chain" data-chosen={isChosen || undefined} data-chain={chain.id} data-state={chain.state}>
      <div className="chain-cells">
        {chain.cells.map((cell) =>
          cell.round === chain.root.round ? (
            <div key={cell.round} className="chain-cell" data-state="said">
              <SaidCard
                said={chain.root}
                quoted
                wrap={(words) => (
                  <button
                    type="button"
                    className="chain-open"
                    aria-pressed={isChosen}
                    onClick={() => choose(isChosen ? null : chain.id)}
                  >
                    {words}
                  </button>
                )}
              />
              <ChainCell chain={chain} cell={cell} />
            </div>
          ) : (
            <ChainCell key={cell.round} chain={chain} cell={cell} />
          ),
        )}
      </div>
      {isChosen ? <ChainDeeds chain={chain} /> : null}
    </li>
  )
}

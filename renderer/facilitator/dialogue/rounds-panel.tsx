import { IconArrowDown, IconArrowUp, IconPlus, IconStairs, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { DialogueRound } from '@core/model/lab'
import { LIMITS } from '@core/model/limits'
import { FOUR_ROUNDS, TWO_ROUNDS, roundsOf } from '@core/rules/dialogue-rounds'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { Button, IconButton } from '../../shared/look/button'
import { Segmented } from '../../shared/look/segmented'
import { useReplica, useRun, useSession, useTable } from '../../shared/replica/react'
import { Drawer } from '../app/drawer'
import { reportFailure } from '../app/problems'

type Kind = 'four' | 'two' | 'own'

const MOST = 8
const LEAST = 2

const sameRounds = (a: readonly DialogueRound[], b: readonly DialogueRound[]): boolean =>
  a.length === b.length &&
  a.every(({ id, label }, at) => id === b[at]?.id && JSON.stringify(label) === JSON.stringify(b[at]?.label))

const kindOf = (rounds: readonly DialogueRound[]): Kind =>
  sameRounds(rounds, FOUR_ROUNDS) ? 'four' : sameRounds(rounds, TWO_ROUNDS) ? 'two' : 'own'

const useRounds = () => {
  const run = useRun()
  const replica = useReplica()
  const labs = useTable('lab')
  const rounds = roundsOf({ ...replica.view, lab: labs })
  return {
    rounds,
    set: async (next: readonly DialogueRound[]): Promise<void> => {
      const done = await run('lab.update', { rounds: next.map(({ id, label }) => ({ id, label })) })
      if (!done.ok) reportFailure(done.error)
    },
  }
}

interface RoundRowProps {
  readonly round: DialogueRound
  readonly index: number
  readonly rounds: readonly DialogueRound[]
  readonly set: (rounds: readonly DialogueRound[]) => Promise<void>
}

const RoundRow = ({ round, index, rounds, set }: RoundRowProps) => {
  const t = useT()
  const name = labelText(t, round.label)
  const [typed, setTyped] = useState<string | null>(null)
  const swap = (with_: number): void => {
    const next = [...rounds]
    const [a, b] = [next[index], next[with_]]
    if (!a || !b) return
    next[index] = b
    next[with_] = a
    void set(next)
  }
  const keep = (): void => {
    const words = typed?.trim() ?? ''
    setTyped(null)
    if (words === '' || words === name) return
    void set(rounds.map((one) => (one.id === round.id ? { id: one.id, label: { text: words } } : one)))
  }
  const fewest = rounds.length <= LEAST ? t('dialogue:rounds.fewest') : undefined
  return (
    <li className="round-row">
      <span className="round-ring" aria-hidden="true">
        {index + 1}
      </span>
      <input
        className="input"
        maxLength={LIMITS.label}
        aria-label={t('dialogue:rounds.name', { number: index + 1 })}
        value={typed ?? name}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
      />
      <IconButton
        size="small"
        name={t('dialogue:rounds.up', { name })}
        icon={<IconArrowUp size={16} stroke={1.75} />}
        unavailable={index === 0 ? t('dialogue:rounds.isFirst') : undefined}
        onClick={() => swap(index - 1)}
      />
      <IconButton
        size="small"
        name={t('dialogue:rounds.down', { name })}
        icon={<IconArrowDown size={16} stroke={1.75} />}
        unavailable={index === rounds.length - 1 ? t('dialogue:rounds.isLast') : undefined}
        onClick={() => swap(index + 1)}
      />
      <IconButton
        size="small"
        name={t('dialogue:rounds.remove', { name })}
        icon={<IconTrash size={16} stroke={1.75} />}
        unavailable={fewest}
        onClick={() => void set(rounds.filter((one) => one.id !== round.id))}
      />
    </li>
  )
}

/** Which round this session is, and what the lab's rounds are called. */
export const RoundsPanel = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT()
  const run = useRun()
  const session = useSession()
  const { rounds, set } = useRounds()
  const kind = kindOf(rounds)
  const chooseKind = (next: Kind): void => {
    if (next === 'four') void set(FOUR_ROUNDS)
    if (next === 'two') void set(TWO_ROUNDS)
    if (next === 'own' && kind !== 'own') {
      void set(rounds.map(({ id, label }) => ({ id, label: { text: labelText(t, label) } })))
    }
  }
  const chooseRound = async (value: string): Promise<void> => {
    const done = await run('session.update', { round: value === '' ? null : Number(value) })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <Drawer
      title={t('dialogue:rounds.title')}
      mark={<IconStairs size={20} stroke={1.75} aria-hidden="true" />}
      onClose={onClose}
      takesFocus
    >
      <div className="field">
        <label htmlFor="dialogue-round">{t('dialogue:rounds.this')}</label>
        <select
          id="dialogue-round"
          className="input"
          value={session?.round === undefined ? '' : String(Math.min(session.round, rounds.length))}
          onChange={(event) => void chooseRound(event.target.value)}
        >
          <option value="">{t('dialogue:rounds.noRound')}</option>
          {rounds.map((round, index) => (
            <option key={round.id} value={index + 1}>
              {t('dialogue:rounds.option', { number: index + 1, name: labelText(t, round.label) })}
            </option>
          ))}
        </select>
        <p className="field-hint">{t('dialogue:rounds.thisHint')}</p>
      </div>
      <div className="field">
        <Segmented<Kind>
          name={t('dialogue:rounds.kind')}
          value={kind}
          segments={(['four', 'two', 'own'] as const).map((value) => ({ value, label: t(`dialogue:rounds.${value}`) }))}
          onChange={chooseKind}
        />
      </div>
      <ol className="round-rows">
        {rounds.map((round, index) => (
          <RoundRow key={round.id} round={round} index={index} rounds={rounds} set={set} />
        ))}
      </ol>
      <div>
        <Button
          size="small"
          icon={<IconPlus size={16} stroke={1.75} />}
          unavailable={rounds.length >= MOST ? t('dialogue:rounds.most', { count: MOST }) : undefined}
          onClick={() => void set([...rounds, { id: newId(), label: { text: t('dialogue:rounds.fresh') } }])}
        >
          {t('dialogue:rounds.add')}
        </Button>
      </div>
      <p className="field-hint">{t('dialogue:rounds.hint')}</p>
    </Drawer>
  )
}

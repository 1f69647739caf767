import { useEffect, useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { CarryProvider, useCarryTarget } from '../dnd/carry-provider'
import { CARRY_ATTRIBUTE } from '../dnd/carry-surface'
import type { CarrySurface } from '../dnd/carry-surface'
import { columnSurface } from './column-surface'
import type { ColumnDrop, ColumnParts, ColumnPlace } from './column-surface'

interface ColumnProps {
  readonly target: string
  readonly state: string
  readonly name: string
  readonly empty: string
  readonly count: number
  readonly heading: 'h2' | 'h3'
  readonly children: ReactNode
}

const Column = ({ target, state, name, empty, count, heading: Heading, children }: ColumnProps) => {
  const headId = useId()
  useCarryTarget(target)
  return (
    <section className="task-column" aria-labelledby={headId}>
      <Heading id={headId} className="task-column-head">
        <span>{name}</span> <span className="quiet">{count}</span>
      </Heading>
      <ul className="task-column-list" data-column={state}>
        {children}
        {count === 0 ? <li className="missing task-none">{empty}</li> : null}
      </ul>
    </section>
  )
}

/** One surface for as long as the board shows, since it remembers what is in the air; its parts are always the newest. */
const useSurface = <State extends string>(parts: ColumnParts<State>): CarrySurface<ColumnPlace<State>> => {
  const newest = useRef(parts)
  useEffect(() => {
    newest.current = parts
  })
  const [surface] = useState(() =>
    columnSurface<State>({
      states: parts.states,
      prefix: parts.prefix,
      board: () => newest.current.board(),
      ids: (state) => newest.current.ids(state),
      onDrop: (drop) => newest.current.onDrop(drop),
      say: (place) => newest.current.say(place),
    }),
  )
  return surface
}

interface ColumnBoardProps<State extends string, Item extends { readonly id: string }> {
  /** Fixed while the board shows. */
  readonly states: readonly State[]
  readonly prefix: string
  readonly items: readonly Item[]
  readonly stateOf: (item: Item) => State | null
  readonly name: (state: State) => string
  readonly empty: (state: State) => string
  readonly card: (item: Item, helpId: string) => ReactNode
  readonly help: string
  /** Of the columns: h3 where the board has a heading of its own. */
  readonly heading?: 'h2' | 'h3'
  readonly onMove: (drop: ColumnDrop<State>) => void
}

/** States as columns, carried by mouse, touch and keyboard. The drawer offers the same without carrying. */
export const ColumnBoard = <State extends string, Item extends { readonly id: string }>(
  props: ColumnBoardProps<State, Item>,
) => {
  const { states, prefix, items, stateOf, name, empty, card, help, heading = 'h3', onMove } = props
  const t = useT()
  const helpId = useId()
  const board = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const inState = (state: State): readonly Item[] => items.filter((item) => stateOf(item) === state)
  const move = (drop: ColumnDrop<State>): void => {
    onMove(drop)
    // In another column the card is a new element: the keyboard stays with it.
    if (drop.by !== 'keyboard') return
    requestAnimationFrame(() => board.current?.querySelector<HTMLElement>(`[${CARRY_ATTRIBUTE}="${drop.id}"]`)?.focus())
  }
  const say = (place: ColumnPlace<State> | null): void =>
    setSaid(
      place === null
        ? t('outcomes:carry.back')
        : t('outcomes:carry.at', { column: name(place.state), place: place.index + 1 }),
    )
  const surface = useSurface<State>({
    states,
    prefix,
    board: () => board.current,
    ids: (state) => inState(state).map(({ id }) => id),
    onDrop: move,
    say,
  })
  return (
    <CarryProvider surface={surface} className="task-carry">
      <div ref={board} className="task-board" data-columns={states.length}>
        {states.map((state) => (
          <Column
            key={state}
            heading={heading}
            target={`${prefix}-${state}`}
            state={state}
            name={name(state)}
            empty={empty(state)}
            count={inState(state).length}
          >
            {inState(state).map((item) => (
              <li key={item.id}>{card(item, helpId)}</li>
            ))}
          </Column>
        ))}
        <div className="drop-line" hidden aria-hidden="true" />
      </div>
      <p id={helpId} className="visually-hidden">
        {help}
      </p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </CarryProvider>
  )
}

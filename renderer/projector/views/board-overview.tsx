import { Fragment } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import type { AxisEntry, Board } from '@core/model/board'
import { drawnAs } from '@core/rules/drawn-as'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import type { ItemsOf } from '../../shared/lib/board-items'
import { cardsIn } from '../../shared/lib/board-items'
import { VoiceMark } from '../../shared/look/voice-mark'
import type { CardLook } from './board-item'
import { useLook } from './board-item'
import './board-overview.css'

interface OverviewProps {
  readonly board: Board
  readonly items: ItemsOf
}

/** Marks of voices that fit beside the number. */
const MOST_LOOKS = 5

/** How much a zone holds and whose words: what can be read from the last row without a word of a card. */
const ZoneSum = ({ zones, items }: { readonly zones: readonly (readonly string[])[]; readonly items: ItemsOf }) => {
  const t = useT()
  const look = useLook()
  const cards = zones.flatMap((zone) => items(zone).flatMap(cardsIn))
  const looks = [...new Set(cards.map(look))].filter((one): one is CardLook => one !== null)
  return (
    <p className="sum" data-none={cards.length === 0 || undefined}>
      <span className="sum-count" aria-hidden="true">
        {cards.length}
      </span>
      <span className="visually-hidden">{t('projector:board.cards', { count: cards.length })}</span>
      <span className="sum-marks">
        {looks.slice(0, MOST_LOOKS).map((one) => (
          <VoiceMark key={one} voice={one} size={28} />
        ))}
      </span>
    </p>
  )
}

const Name = ({ entry, level = 2 }: { readonly entry: AxisEntry; readonly level?: 2 | 3 }) => {
  const t = useT()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <Heading className="sum-name" dir="auto">
      {labelText(t, entry.label)}
    </Heading>
  )
}

const Columns = ({ board, items }: OverviewProps) => {
  const [first, second] = board.axes
  const entries = first?.entries ?? []
  const style: CSSProperties = {
    gridTemplateColumns: `${second ? 'minmax(10rem, 0.7fr) ' : ''}repeat(${entries.length}, minmax(0, 1fr))`,
  }
  return (
    <div className="sum-grid" style={style} data-rounds={board.layout === 'rounds' || undefined}>
      {second ? <span /> : null}
      {entries.map((entry, at) => (
        <div key={entry.id} className="sum-head">
          {board.layout === 'rounds' && !second ? (
            <span className="board-round" aria-hidden="true">
              {at + 1}
            </span>
          ) : null}
          <Name entry={entry} />
        </div>
      ))}
      {second
        ? second.entries.map((row) => (
            <Fragment key={row.id}>
              <div className="sum-row">
                <Name entry={row} level={3} />
              </div>
              {entries.map((entry) => (
                <div key={entry.id} className="sum-zone">
                  <ZoneSum zones={[[entry.id, row.id]]} items={items} />
                </div>
              ))}
            </Fragment>
          ))
        : entries.map((entry) => (
            <div key={entry.id} className="sum-zone">
              <ZoneSum zones={[[entry.id]]} items={items} />
            </div>
          ))}
    </div>
  )
}

/** The first entry of the second axis is on top, as on the laptop. */
const Quadrants = ({ board, items }: OverviewProps) => {
  const [first, second] = board.axes
  const [left, right] = first?.entries ?? []
  const [above, below] = second?.entries ?? []
  if (!left || !right || !below || !above) return null
  const field = (x: AxisEntry, y: AxisEntry): ReactNode => (
    <div className="sum-zone">
      <ZoneSum zones={[[x.id, y.id]]} items={items} />
    </div>
  )
  return (
    <div className="sum-cross">
      <div className="sum-end sum-above">
        <Name entry={above} />
      </div>
      <div className="sum-end sum-left">
        <Name entry={left} />
      </div>
      <div className="sum-fields">
        {field(left, above)}
        {field(right, above)}
        {field(left, below)}
        {field(right, below)}
      </div>
      <div className="sum-end sum-right">
        <Name entry={right} />
      </div>
      <div className="sum-end sum-below">
        <Name entry={below} />
      </div>
    </div>
  )
}

/** Each ring around the one before it; the first entry is the core. */
const Rings = ({ board, items }: OverviewProps) => {
  const entries = board.axes[0]?.entries ?? []
  return entries.reduce<ReactNode>(
    (inside, entry, at) => (
      <div
        className="sum-ring"
        data-core={at === 0 || undefined}
        data-odd={at % 2 === 1 || undefined}
        data-many={entries.length > 4 || undefined}
      >
        <div className="sum-ring-line">
          <Name entry={entry} />
          <ZoneSum zones={[[entry.id]]} items={items} />
        </div>
        {inside}
      </div>
    ),
    null,
  )
}

/** The whole board in one picture: its zones with their names and how many cards each holds. */
export const BoardOverview = (props: OverviewProps) => {
  switch (drawnAs(props.board)) {
    case 'rings':
      return <Rings {...props} />
    case 'quadrants':
      return <Quadrants {...props} />
    case 'grid':
    case 'rounds':
      return <Columns {...props} />
  }
}

/** So many entries that a picture of zones could not be read: their names with their numbers. */
export const EntryList = ({ board, items, entries }: OverviewProps & { readonly entries: readonly AxisEntry[] }) => {
  const others = board.axes[1]?.entries
  return (
    <ul className="sum-list">
      {entries.map((entry) => (
        <li key={entry.id} className="sum-zone">
          <Name entry={entry} />
          <ZoneSum zones={others ? others.map((other) => [entry.id, other.id]) : [[entry.id]]} items={items} />
        </li>
      ))}
    </ul>
  )
}

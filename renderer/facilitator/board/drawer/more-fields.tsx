import { IconChevronDown, IconChevronUp, IconEyeOff, IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import type { Card, Scale } from '@core/model/card'
import type { Quote } from '@core/model/person'
import { useT } from '../../../shared/i18n/use-t'
import { Button } from '../../../shared/look/button'
import { useRecord } from '../../../shared/replica/react'
import { keep, kept } from '../../../shared/lib/storage'
import type { BoardIndex } from '../model/zone-index'
import { useBoardWork } from '../state/board-context'
import { ExpectsField, ScaleField } from './expects-field'
import { ShortField } from './short-field'

const QUOTES: readonly Quote[] = ['none', 'role', 'named']
const OPEN_KEY = 'polyphony.card.more'
/** On boards of these templates what a stakeholder expects is part of the card, not a rarity. */
const STAKEHOLDERS = /stakeholder/i

export type CardFields = {
  readonly voiceId?: string | null
  readonly spoken?: boolean
  readonly writtenBy?: string | null
  readonly readBack?: boolean
  readonly quote?: Quote
  readonly place?: string | null
  readonly scale?: Scale | null
}

interface FieldsProps {
  readonly card: Card
  readonly change: (fields: CardFields) => void
}

const Spoken = ({ card, change }: FieldsProps) => {
  const t = useT()
  const { locked } = useBoardWork()
  if (!card.spoken) return null
  return (
    <>
      <ShortField
        label={t('board:more.writtenBy')}
        hint={t('board:more.writtenByHint')}
        value={card.writtenBy ?? ''}
        disabled={locked}
        onKeep={(writtenBy) => change({ writtenBy })}
      />
      <label className="tick small">
        <input
          type="checkbox"
          disabled={locked}
          checked={card.readBack ?? false}
          onChange={(event) => change({ readBack: event.target.checked })}
        />
        {t('board:more.readBack')}
      </label>
    </>
  )
}

/** How it came, and what became of it on the way to the wall. */
export const OriginFields = ({ card, change }: FieldsProps) => {
  const t = useT()
  const { locked } = useBoardWork()
  const byHand = card.source === 'facilitator' || card.source === 'paper' || card.source === 'kiosk'
  return (
    <div className="field">
      <span className="field-label">{t('board:drawer.source')}</span>
      <p>{t(card.spoken ? 'board:source.spoken' : `board:source.${card.source}`)}</p>
      {byHand && !locked ? (
        <label className="tick small">
          <input
            type="checkbox"
            checked={card.spoken ?? false}
            onChange={(event) => change({ spoken: event.target.checked })}
          />
          {t('board:draft.spoken')}
        </label>
      ) : null}
      <Spoken card={card} change={change} />
    </div>
  )
}

const Person = ({ card }: { readonly card: Card }) => {
  const t = useT()
  const person = useRecord('person', card.personId)
  const Icon = person ? IconUser : IconEyeOff
  return (
    <div className="field">
      <span className="field-label">{t('board:drawer.person')}</span>
      <p className="drawer-fact">
        <Icon size={17} stroke={1.75} aria-hidden="true" />
        {person ? person.alias : t('board:drawer.noPerson')}
      </p>
    </div>
  )
}

const QuoteField = ({ card, change }: FieldsProps) => {
  const t = useT()
  const { locked } = useBoardWork()
  return (
    <div className="field">
      <label htmlFor="card-quote">{t('board:drawer.quote')}</label>
      <select
        id="card-quote"
        className="input"
        disabled={locked}
        value={card.quote}
        onChange={(event) => change({ quote: QUOTES.find((one) => one === event.target.value) ?? card.quote })}
      >
        {QUOTES.map((quote) => (
          <option key={quote} value={quote}>
            {t(`board:quote.${quote}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

const Stakeholder = ({ card, change }: FieldsProps) => {
  const { locked } = useBoardWork()
  return (
    <>
      <ExpectsField card={card} locked={locked} />
      <ScaleField card={card} locked={locked} onChange={(scale) => change({ scale })} />
    </>
  )
}

/** What is asked for seldom, always in reach; open stays open from card to card. */
export const MoreFields = ({ card, change, index }: FieldsProps & { readonly index: BoardIndex }) => {
  const t = useT()
  const { board, locked } = useBoardWork()
  const [open, setOpen] = useState(kept(OPEN_KEY) === 'open')
  // Decided once: a field that moved while somebody types in it would lose the words.
  const [ofStakeholder] = useState(
    () => STAKEHOLDERS.test(board.templateKey ?? '') || card.expects !== undefined || card.scale !== undefined,
  )
  const fold = (): void => {
    keep(OPEN_KEY, open ? 'closed' : 'open')
    setOpen(!open)
  }
  const Icon = open ? IconChevronUp : IconChevronDown
  return (
    <>
      {ofStakeholder ? <Stakeholder card={card} change={change} /> : null}
      <Button
        size="small"
        kind="quiet"
        expanded={open}
        icon={<Icon size={15} stroke={1.75} aria-hidden="true" />}
        onClick={fold}
      >
        {t('board:more.title')}
      </Button>
      {open ? (
        <>
          <ShortField
            label={t('board:more.place')}
            hint={t('board:more.placeHint')}
            value={card.place ?? ''}
            suggestions={index.places}
            disabled={locked}
            onKeep={(place) => change({ place })}
          />
          <Person card={card} />
          <QuoteField card={card} change={change} />
          {ofStakeholder ? null : <Stakeholder card={card} change={change} />}
        </>
      ) : null}
    </>
  )
}

import { IconArrowBigUpLines } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Card, Statement } from '@core/model/card'
import type { Quote } from '@core/model/person'
import { statementByCard } from '@core/rules/chain-links'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { Button } from '../../shared/look/button'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useOrdered, useRecord, useReplica, useRun, useTable } from '../../shared/replica/react'
import { Drawer } from '../app/drawer'
import { reportFailure } from '../app/problems'
import { voiceSlot } from '../app/voice-slot'

type Consent = 'author' | 'facilitator'
type Choice = { readonly by: Consent; readonly quote: Quote }

const LEVELS: readonly Quote[] = ['none', 'role', 'named']
const CONSENTS: readonly Consent[] = ['author', 'facilitator']
/** Cards in one request; the wire takes no more. */
const AT_ONCE = 500

interface RowProps {
  readonly card: Card
  readonly statement: Statement | undefined
  readonly choice: Choice | undefined
  readonly onChoose: (choice: Choice | null) => void
  readonly locked: boolean
}

const CardWords = ({ card }: { readonly card: Card }) => {
  const t = useT()
  const voice = useRecord('voice', card.voiceId)
  return (
    <p className="release-words" dir="auto">
      {voice ? <VoiceMark voice={voiceSlot(voice)} size={14} label={labelText(t, voice.label)} /> : null} {card.text}
    </p>
  )
}

const ReleasedRow = ({
  card,
  statement,
  locked,
}: {
  readonly card: Card
  readonly statement: Statement
  readonly locked: boolean
}) => {
  const t = useT()
  const run = useRun()
  const keepBack = async (): Promise<void> => {
    const done = await run('statement.keep-back', { id: statement.id })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <li className="release-row" data-released>
      <CardWords card={card} />
      <div className="release-line">
        <span className="tag">{t(`dialogue:release.released.${statement.releasedBy ?? 'facilitator'}`)}</span>
        {locked ? null : (
          <Button size="small" kind="quiet" onClick={() => void keepBack()}>
            {t('dialogue:deed.keepBack')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** Stays, or travels on: who said that it may, and how it may be quoted. Nothing is chosen beforehand. */
const ChoiceRow = ({ card, choice, onChoose, locked }: Omit<RowProps, 'statement'>) => {
  const t = useT()
  const allowed = LEVELS.slice(0, LEVELS.indexOf(card.quote) + 1)
  return (
    <li className="release-row">
      <CardWords card={card} />
      <div className="release-line">
        <select
          className="input"
          aria-label={t('dialogue:release.consent', { text: card.text.slice(0, 60) })}
          disabled={locked}
          value={choice?.by ?? ''}
          onChange={(event) => {
            const by = CONSENTS.find((one) => one === event.target.value)
            onChoose(by ? { by, quote: choice?.quote ?? card.quote } : null)
          }}
        >
          <option value="">{t('dialogue:release.stays')}</option>
          {CONSENTS.map((by) => (
            <option key={by} value={by}>
              {t(`dialogue:release.by.${by}`)}
            </option>
          ))}
        </select>
        {choice ? (
          <select
            className="input"
            aria-label={t('dialogue:release.quote')}
            value={choice.quote}
            onChange={(event) =>
              onChoose({ ...choice, quote: LEVELS.find((one) => one === event.target.value) ?? choice.quote })
            }
          >
            {allowed.map((level) => (
              <option key={level} value={level}>
                {t(`dialogue:quote.${level}`)}
              </option>
            ))}
          </select>
        ) : null}
      </div>
    </li>
  )
}

/** One request for all that were agreed to in the same way. */
const useRelease = () => {
  const run = useRun()
  return async (choices: ReadonlyMap<string, Choice>): Promise<readonly string[]> => {
    const done: string[] = []
    for (const by of CONSENTS) {
      for (const quote of LEVELS) {
        const ids = [...choices].filter(([, one]) => one.by === by && one.quote === quote).map(([cardId]) => cardId)
        for (let at = 0; at < ids.length; at += AT_ONCE) {
          const items = ids.slice(at, at + AT_ONCE).map((cardId) => ({ id: newId(), cardId }))
          const answer = await run('statement.release', { items, by, quote })
          if (answer.ok) done.push(...items.map((item) => item.cardId))
          else reportFailure(answer.error)
        }
      }
    }
    return done
  }
}

/** The cards of this session by board: which may travel to the next round, with whose consent. */
export const ReleasePanel = ({ onClose, locked }: { readonly onClose: () => void; readonly locked: boolean }) => {
  const t = useT()
  const replica = useReplica()
  const boards = useOrdered('board')
  const cards = useTable('card')
  const statements = useTable('statement')
  const release = useRelease()
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const released = useMemo(() => statementByCard({ ...replica.view, statement: statements }), [replica, statements])
  const shown = useMemo(() => [...cards.values()].filter((card) => card.revealed && !card.held), [cards])
  const hidden = cards.size - shown.length
  const open = [...choices].filter(([id]) => cards.has(id) && !released.has(id))
  const choose = (id: string, choice: Choice | null): void => {
    const next = new Map(choices)
    if (choice) next.set(id, choice)
    else next.delete(id)
    setChoices(next)
  }
  const run = async (): Promise<void> => {
    const done = new Set(await release(new Map(open)))
    setChoices((now) => new Map([...now].filter(([id]) => !done.has(id))))
  }
  return (
    <Drawer
      title={t('dialogue:release.title')}
      mark={<IconArrowBigUpLines size={20} stroke={1.75} aria-hidden="true" />}
      onClose={onClose}
      takesFocus
      actions={
        locked ? undefined : (
          <Button
            kind="primary"
            unavailable={open.length === 0 ? t('dialogue:release.none') : undefined}
            onClick={() => void run()}
          >
            {open.length === 0 ? t('dialogue:release.doNone') : t('dialogue:release.do', { count: open.length })}
          </Button>
        )
      }
    >
      <p className="small quiet">{t('dialogue:release.lead')}</p>
      {boards.map((board) => {
        const here = shown.filter((card) => card.boardId === board.id)
        if (here.length === 0) return null
        return (
          <section key={board.id} className="release-board" aria-label={labelText(t, board.label)}>
            <h3>{labelText(t, board.label)}</h3>
            <ul>
              {here.map((card) => {
                const statement = released.get(card.id)
                return statement ? (
                  <ReleasedRow key={card.id} card={card} statement={statement} locked={locked} />
                ) : (
                  <ChoiceRow
                    key={card.id}
                    card={card}
                    choice={choices.get(card.id)}
                    onChoose={(choice) => choose(card.id, choice)}
                    locked={locked}
                  />
                )
              })}
            </ul>
          </section>
        )
      })}
      {shown.length === 0 ? <p className="note">{t('dialogue:release.noCards')}</p> : null}
      {hidden > 0 ? <p className="small quiet">{t('dialogue:release.hidden', { count: hidden })}</p> : null}
    </Drawer>
  )
}

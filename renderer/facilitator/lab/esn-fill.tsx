import { useEffect, useState } from 'react'
import type { Lab } from '@core/model/lab'
import type { Failure } from '@core/protocol/failures'
import type { LabOverview } from '@core/protocol/views'
import { esnProposals } from '@core/report/esn-fill'
import type { Words } from '@core/report/model'
import { createReader } from '@core/report/reader'
import { useLang, useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRequest } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { ProblemNote } from '../outcomes/problem-note'
import { WordCount } from './esn-words'
import type { SaveEsn } from './use-esn'

interface EsnFillProps {
  readonly lab: Lab
  readonly save: SaveEsn
  readonly onClose: () => void
}

const FIELDS = ['statuses', 'context', 'objectives', 'activities', 'outcomes'] as const
type Field = (typeof FIELDS)[number]

/** One field: what would be written, and what stands there now. */
type Offer = {
  readonly field: Field
  readonly lines: readonly string[]
  readonly now: readonly string[]
  readonly part: Parameters<SaveEsn>[0]
}

const useOverview = () => {
  const request = useRequest()
  const [overview, setOverview] = useState<LabOverview | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    let gone = false
    void request('lab.overview', {}).then((answer) => {
      if (gone) return
      if (answer.ok) setOverview(answer.value)
      else setFailure(answer.error)
    })
    return () => {
      gone = true
    }
  }, [request])
  return { overview, failure }
}

const linesOf = (text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : text.split('\n')

/** Only what would change something. */
const useOffers = (lab: Lab, overview: LabOverview): { readonly offers: readonly Offer[]; readonly left: number } => {
  const t = useT()
  const lang = useLang()
  const reader = createReader(t, lang)
  const { esn = {} } = lab
  const { left, ...found } = esnProposals(lab, overview)
  const text = (field: 'context' | 'activities' | 'outcomes', words: readonly Words[]): Offer => {
    const lines = words.map(reader.words)
    return { field, lines, now: linesOf(esn[field]), part: { [field]: lines.join('\n') } }
  }
  const status = (value: string): string => t(`lab:status.${value}`)
  const offers: Offer[] = [
    {
      field: 'statuses',
      lines: found.statuses.map(status),
      now: (esn.statuses ?? []).map(status),
      part: { statuses: [...found.statuses] },
    },
    text('context', found.context),
    {
      field: 'objectives',
      lines: found.objectives,
      now: esn.objectives ?? [],
      part: { objectives: [...found.objectives] },
    },
    text('activities', found.activities),
    text('outcomes', found.outcomes),
  ]
  const isNews = ({ lines, now }: Offer): boolean => lines.length > 0 && lines.join('\n') !== now.join('\n')
  return { offers: offers.filter(isNews), left }
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul className="esn-lines">
    {lines.map((line, index) => (
      <li key={index} dir="auto">
        {line}
      </li>
    ))}
  </ul>
)

interface OfferRowProps {
  readonly offer: Offer
  readonly taken: boolean
  readonly onTake: (taken: boolean) => void
  readonly left: number
}

/** Ticked where nothing stands yet; what somebody has written is replaced only if they say so. */
const OfferRow = ({ offer: { field, lines, now }, taken, onTake, left }: OfferRowProps) => {
  const t = useT()
  const name = t(`report:esn.field.${field}`)
  return (
    <li className="esn-offer">
      <label className="tick">
        <input type="checkbox" checked={taken} onChange={(event) => onTake(event.target.checked)} />
        <b>{now.length === 0 ? name : t('lab:esn.fill.replace', { field: name })}</b>
      </label>
      <Lines lines={lines} />
      {field === 'activities' ? (
        <p className="field-hint">
          <WordCount text={lines.join('\n')} />
          {left > 0 ? <> {t('lab:esn.fill.left', { count: left })}</> : null}
        </p>
      ) : null}
      {now.length === 0 ? null : (
        <div className="esn-now">
          <p className="field-hint">{t('lab:esn.fill.now')}</p>
          <Lines lines={now} />
        </div>
      )}
    </li>
  )
}

const Offers = ({ lab, overview, save, onClose }: EsnFillProps & { readonly overview: LabOverview }) => {
  const t = useT()
  const { offers, left } = useOffers(lab, overview)
  const [changed, setChanged] = useState<ReadonlyMap<Field, boolean>>(new Map())
  const isTaken = ({ field, now }: Offer): boolean => changed.get(field) ?? now.length === 0
  const taken = offers.filter(isTaken)
  if (offers.length === 0) {
    return (
      <>
        <p>{t('lab:esn.fill.nothing')}</p>
        <DialogActions>
          <Button onClick={onClose}>{t('common:close')}</Button>
        </DialogActions>
      </>
    )
  }
  const take = (): void => {
    save(Object.assign({}, ...taken.map(({ part }) => part)))
    onClose()
  }
  return (
    <>
      <p className="quiet">{t('lab:esn.fill.lead')}</p>
      <ul className="esn-offers">
        {offers.map((offer) => (
          <OfferRow
            key={offer.field}
            offer={offer}
            left={left}
            taken={isTaken(offer)}
            onTake={(next) => setChanged(new Map([...changed, [offer.field, next]]))}
          />
        ))}
      </ul>
      <DialogActions>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button kind="primary" onClick={take} unavailable={taken.length === 0 ? t('lab:esn.fill.none') : undefined}>
          {t('lab:esn.fill.take', { count: taken.length })}
        </Button>
      </DialogActions>
    </>
  )
}

/** What the lab's own records say for the form: shown first, written only where somebody leaves the tick. */
export const EsnFill = (props: EsnFillProps) => {
  const t = useT()
  const { overview, failure } = useOverview()
  return (
    <Dialog wide title={t('lab:esn.fill.title')} onClose={props.onClose}>
      <div className="dialog-body">
        {failure ? <ProblemNote failure={failure} /> : null}
        {overview ? (
          <Offers {...props} overview={overview} />
        ) : failure ? null : (
          <p className="quiet">{t('lab:over.reading')}</p>
        )}
      </div>
    </Dialog>
  )
}

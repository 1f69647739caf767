import { useId, useState } from 'react'
import type { Lab } from '@core/model/lab'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { goToProfile } from '../lab/lab-tab'
import { Fold } from './fold'
import type { CoverChoice } from './report-kit'

/** As the protocol has it: letters of a name, and names. */
const LONGEST = 200
const MOST = 40

const namesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, LONGEST))
    .filter((line) => line !== '')
    .slice(0, MOST)

interface CoverFieldProps {
  readonly lab: Lab | undefined
  readonly day: string
  readonly cover: CoverChoice
  readonly onChoose: (cover: CoverChoice) => void
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at])

interface CoverTicksProps {
  readonly lab: Lab | undefined
  readonly cover: CoverChoice
  readonly change: (part: CoverChoice, ...without: readonly (keyof CoverChoice)[]) => void
}

/** What the lab's profile holds for the cover, and the way there. */
const CoverTicks = ({ lab, cover, change }: CoverTicksProps) => {
  const t = useT()
  const hasLogos = (lab?.logos?.length ?? 0) > 0
  const hasNotice = (lab?.funderNotice ?? '') !== ''
  const missing = hasNotice ? 'noLogos' : hasLogos ? 'noNotice' : 'none'
  return (
    <>
      {hasLogos ? (
        <label className="tick">
          <input
            type="checkbox"
            checked={cover.logos !== false}
            onChange={({ target: { checked } }) => (checked ? change({}, 'logos') : change({ logos: false }))}
          />
          {t('reportPlace:cover.logos')}
        </label>
      ) : null}
      {hasNotice ? (
        <label className="tick">
          <input
            type="checkbox"
            checked={cover.notice !== false}
            onChange={({ target: { checked } }) => (checked ? change({}, 'notice') : change({ notice: false }))}
          />
          {t('reportPlace:cover.notice')}
        </label>
      ) : null}
      <p className="quiet small">
        {hasLogos && hasNotice ? null : <>{t(`reportPlace:cover.${missing}`)} </>}
        <button type="button" className="btn-link" onClick={goToProfile}>
          {t('reportPlace:cover.lab')}
        </button>
      </p>
    </>
  )
}

/** What stands on the cover. What is as the lab has it is not chosen, so that it follows the lab. */
export const CoverField = ({ lab, day, cover, onChoose }: CoverFieldProps) => {
  const t = useT()
  const id = useId()
  const usual = lab?.authors ?? []
  const [typed, setTyped] = useState<string | null>(null)
  const change = (part: CoverChoice, ...without: readonly (keyof CoverChoice)[]): void => {
    const kept = Object.entries({ ...cover, ...part }).filter(([name]) => !without.some((one) => one === name))
    onChoose(Object.fromEntries(kept))
  }
  const writeAuthors = (text: string): void => {
    setTyped(text)
    const authors = namesIn(text)
    if (same(authors, usual)) change({}, 'authors')
    else change({ authors })
  }
  const changed = Object.keys(cover).length > 0
  return (
    <Fold title={t('reportPlace:cover.title')} now={t(`reportPlace:cover.${changed ? 'own' : 'usual'}`)}>
      <div className="field">
        <label htmlFor={`${id}-authors`}>{t('reportPlace:cover.authors')}</label>
        <textarea
          id={`${id}-authors`}
          className="input"
          rows={3}
          value={typed ?? (cover.authors ?? usual).join('\n')}
          onChange={(event) => writeAuthors(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-day`}>{t('reportPlace:cover.day')}</label>
        <input
          id={`${id}-day`}
          type="date"
          className="input"
          value={cover.day ?? day}
          onChange={({ target: { value } }) =>
            value === '' || value === day ? change({}, 'day') : change({ day: value })
          }
        />
      </div>
      <CoverTicks lab={lab} cover={cover} change={change} />
      {changed ? (
        <Button
          size="small"
          className="report-reset"
          onClick={() => {
            setTyped(null)
            onChoose({})
          }}
        >
          {t('reportPlace:cover.reset')}
        </Button>
      ) : null}
    </Fold>
  )
}

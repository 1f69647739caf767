import { useState } from 'react'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../shared/i18n/use-t'
import { useSession } from '../../shared/replica/react'
import type { MergeWork } from './use-merge'

export interface MergeWhere {
  /** Null: into the open session. */
  readonly title: string | null
  readonly setTitle: (title: string | null) => void
  /** What a new session is called when nobody says. */
  readonly proposed: string
}

export const useWhere = ({ onlyNew }: MergeWork): MergeWhere => {
  const t = useT()
  const session = useSession()
  // The session that is open changes when the new one is made.
  const [proposed] = useState(() => t('import:merge.newTitle', { title: session?.title ?? '' }).slice(0, LIMITS.title))
  const [title, setTitle] = useState<string | null>(onlyNew ? proposed : null)
  return { title, setTitle, proposed }
}

/** Into the open session, or with it into a new one. */
export const Where = ({ work, where }: { readonly work: MergeWork; readonly where: MergeWhere }) => {
  const t = useT()
  const { title, setTitle, proposed } = where
  return (
    <fieldset className="merge-where">
      <legend>{t('import:merge.where')}</legend>
      {work.onlyNew ? (
        <p>{t('import:merge.closed')}</p>
      ) : (
        <>
          <label className="tick">
            <input type="radio" name="merge-where" checked={title === null} onChange={() => setTitle(null)} />
            {t('import:merge.here')}
          </label>
          <label className="tick">
            <input type="radio" name="merge-where" checked={title !== null} onChange={() => setTitle(proposed)} />
            {t('import:merge.new')}
          </label>
        </>
      )}
      {title === null ? null : (
        <>
          <div className="field">
            <label htmlFor="merge-title">{t('import:merge.newName')}</label>
            <input
              id="merge-title"
              className="input"
              dir="auto"
              maxLength={LIMITS.title}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          </div>
          <p className="small quiet">{t('import:merge.slips')}</p>
        </>
      )}
    </fieldset>
  )
}

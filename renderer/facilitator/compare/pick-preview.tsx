import type { HomeView } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { useFormat } from '../app/use-format'
import { CompareDrawing } from './compare-drawing'
import type { Draft } from './pick-draft'
import { chosenLabs } from './pick-draft'

/** Labs named in full; of more only their number is told. */
const LABS = 12
const SESSIONS = 6

/** What would stand side by side, before anything is read. */
export const PickPreview = ({ view, draft }: { readonly view: HomeView; readonly draft: Draft }) => {
  const t = useT()
  const { day } = useFormat()
  const labs = chosenLabs(view, draft)
  const count = labs?.reduce((sum, { sessions }) => sum + sessions.length, 0) ?? 0
  return (
    <section className="panel compare-preview" aria-label={t('compare:preview.label')}>
      <CompareDrawing />
      {labs === null || count === 0 ? (
        <p className="quiet">{t(labs === null ? 'compare:preview.folder' : 'compare:preview.nothing')}</p>
      ) : (
        <>
          <h2>
            {t('compare:preview.title', {
              sessions: t('report:compare.sessions', { count }),
              labs: t('report:compare.labs', { count: labs.length }),
            })}
          </h2>
          {labs.slice(0, LABS).map(({ name, sessions }) => (
            <div key={`${name} ${sessions[0]?.id ?? ''}`}>
              <h3>{name}</h3>
              <ul>
                {sessions.slice(0, SESSIONS).map(({ id, title, day: on }) => (
                  <li key={id}>
                    <span>{title}</span> <span className="small quiet">{day(on, 'medium')}</span>
                  </li>
                ))}
                {sessions.length > SESSIONS ? (
                  <li className="small quiet">{t('compare:band.more', { count: sessions.length - SESSIONS })}</li>
                ) : null}
              </ul>
            </div>
          ))}
          {labs.length > LABS ? (
            <p className="small quiet">{t('compare:preview.more', { count: labs.length - LABS })}</p>
          ) : null}
        </>
      )}
    </section>
  )
}

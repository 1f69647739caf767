import { IconCopy, IconFileAlert } from '@tabler/icons-react'
import type { CompareView } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'

/** Files that do not count here, each with why. Nothing is left out silently. */
export const LeftOut = ({ view: { damaged, doubles } }: { readonly view: CompareView }) => {
  const t = useT()
  return (
    <>
      {damaged.length === 0 ? null : (
        <section className="compare-section">
          <h2>{t('report:compare.leftOut.damaged', { count: damaged.length })}</h2>
          <ul className="left-out">
            {damaged.map(({ fileId, fileName, failure }) => (
              <li key={fileId}>
                <IconFileAlert size={20} stroke={1.75} aria-hidden="true" />
                <span>
                  <b>{fileName}</b> {t(`errors:${failure.code}.what`, failure.params)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {doubles.length === 0 ? null : (
        <section className="compare-section">
          <h2>{t('report:compare.leftOut.doubles', { count: doubles.length })}</h2>
          <ul className="left-out">
            {doubles.map(({ fileName, sessionId }, at) => (
              // The same name may stand in two folders.
              <li key={`${at} ${sessionId}`}>
                <IconCopy size={20} stroke={1.75} aria-hidden="true" />
                <b>{fileName}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
      {damaged.length + doubles.length === 0 ? (
        <p className="note compare-note">{t('report:compare.leftOut.none')}</p>
      ) : null}
    </>
  )
}

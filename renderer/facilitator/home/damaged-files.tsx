import { IconFileAlert } from '@tabler/icons-react'
import type { DamagedFile } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { setOpening } from './opening'

/** Files in the folder that do not open, each with why; the sheet behind the button says what can be done. */
export const DamagedFiles = ({ files }: { readonly files: readonly DamagedFile[] }) => {
  const t = useT()
  if (files.length === 0) return null
  return (
    <section className="damaged" aria-labelledby="damaged-title">
      <h2 id="damaged-title">{t('home:damaged', { count: files.length })}</h2>
      <ul className="damaged-list">
        {files.map(({ fileId, fileName, failure }) => (
          <li key={fileId}>
            <IconFileAlert size={20} stroke={1.75} aria-hidden="true" />
            <div>
              <p className="damaged-name">{fileName}</p>
              <p className="small quiet">{t(`errors:${failure.code}.what`, failure.params)}</p>
            </div>
            <Button size="small" onClick={() => setOpening({ kind: 'failed', name: fileName, failure, fileId })}>
              {t('home:whatNow')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { IconDownload, IconExternalLink } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { useClient } from '../../shared/replica/react'

/** What every browser shows itself. */
const SHOWN = /\.(?:html|pdf)$/i

interface WrittenFilesProps {
  readonly jobId: string
  readonly files: readonly string[]
  readonly onOpen: (file: string) => void
}

interface FileProps {
  readonly file: string
  /** Where this page gets it, in a browser. */
  readonly address: string
  readonly onOpen: () => void
}

const Deeds = ({ file, address, onOpen }: FileProps) => {
  const t = useT()
  const ownPrograms = useClient().welcome()?.capabilities.showFiles === true
  const open = (
    <>
      <IconExternalLink size={15} stroke={1.75} aria-hidden="true" />
      {t('reportPlace:state.open')}
    </>
  )
  const label = t('reportPlace:state.openFile', { file })
  if (ownPrograms) {
    return (
      <button type="button" className="btn-link" aria-label={label} onClick={onOpen}>
        {open}
      </button>
    )
  }
  return (
    <>
      {SHOWN.test(file) ? (
        <a href={address} target="_blank" rel="noreferrer" aria-label={label}>
          {open}
        </a>
      ) : null}
      <a href={`${address}?keep`} download={file} aria-label={t('reportPlace:state.keepFile', { file })}>
        <IconDownload size={15} stroke={1.75} aria-hidden="true" />
        {t('reportPlace:state.keep')}
      </a>
    </>
  )
}

const Files = ({ jobId, files, onOpen }: WrittenFilesProps) => (
  <ul className="report-files">
    {files.map((file) => (
      <li key={file}>
        <span className="report-file-name">{file}</span>
        <Deeds
          file={file}
          address={`/written/${encodeURIComponent(jobId)}/${encodeURIComponent(file)}`}
          onOpen={() => onOpen(file)}
        />
      </li>
    ))}
  </ul>
)

/** A report has a table file for each of its tables: more than this many are folded. */
const MOST_TABLES = 3

/** The files that are there now: opened in their own programs, or by the browser, which may also keep them. */
export const WrittenFiles = ({ files, ...rest }: WrittenFilesProps) => {
  const t = useT()
  const tables = files.filter((file) => file.endsWith('.csv'))
  if (tables.length <= MOST_TABLES) return <Files files={files} {...rest} />
  return (
    <>
      <Files files={files.filter((file) => !tables.includes(file))} {...rest} />
      <details className="report-tables">
        <summary>{t('reportPlace:state.tables', { count: tables.length })}</summary>
        <Files files={tables} {...rest} />
      </details>
    </>
  )
}

import { IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'
import type { ExportPicture } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRequest } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { REPORT_LANG } from '../report/report-kit'
import { isFiltered } from './comparison'
import type { By, Filter } from './comparison'

/** The chart of themes in the report of a comparison. */
const CHART = 'compare-themes-map'

interface CopyPictureProps {
  readonly compareId: string
  readonly by: By
  readonly filter: Filter
}

const blobOf = ({ data, mime }: ExportPicture): Blob =>
  new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], { type: mime })

/** Saved as a file where the clipboard takes no pictures. */
const save = (blob: Blob, name: string): void => {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Not at once: the download has to begin first.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

const toClipboard = async (blob: Blob): Promise<boolean> => {
  if (typeof ClipboardItem === 'undefined') return false
  return await navigator.clipboard.write([new ClipboardItem({ [blob.type]: blob })]).then(
    () => true,
    () => false,
  )
}

/** The heat map as the report draws it, for a letter or a slide. */
export const CopyPicture = ({ compareId, by, filter }: CopyPictureProps) => {
  const t = useT()
  const request = useRequest()
  const [said, setSaid] = useState<'copied' | 'saved' | null>(null)
  const copy = async (): Promise<void> => {
    setSaid(null)
    const what = { kind: 'compare', compareId, by, ...(isFiltered(filter) ? { filter } : {}) } as const
    const picture = await request('export.picture', {
      profile: 'public',
      lang: REPORT_LANG,
      what,
      chartId: CHART,
      as: 'png',
    })
    if (!picture.ok) return reportFailure(picture.error)
    const blob = blobOf(picture.value)
    if (await toClipboard(blob)) return setSaid('copied')
    save(blob, picture.value.name)
    return setSaid('saved')
  }
  return (
    <>
      <span className="small quiet compare-copied" role="status">
        {said === null ? null : t(`compare:picture.${said}`)}
      </span>
      <Button icon={<IconPhoto size={17} stroke={1.75} />} onClick={() => void copy()}>
        {t('compare:picture.copy')}
      </Button>
    </>
  )
}

import { useState } from 'react'
import type { ExportPicture } from '@core/protocol/report-views'
import type { ExportWhat } from '@core/protocol/requests'
import { useT } from '../../shared/i18n/use-t'
import { useRequest } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { REPORT_LANG } from './report-kit'
import type { Profile } from './report-kit'

export type PictureAsk = {
  readonly what: ExportWhat
  readonly chartId?: string
  readonly profile?: Profile
  readonly lang?: string
}
export type PictureDeed = 'copy' | 'png' | 'svg'

export type Pictures = {
  /** Only pages that came over a safe way may put pictures on the clipboard. */
  readonly canCopy: boolean
  /** How the last one went, in words. */
  readonly said: string
  readonly take: (ask: PictureAsk, deed: PictureDeed) => Promise<void>
}

const bytesOf = ({ mime, data }: ExportPicture): Uint8Array<ArrayBuffer> =>
  mime === 'image/png' ? Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)) : new TextEncoder().encode(data)

const blobOf = (picture: ExportPicture): Blob => new Blob([bytesOf(picture)], { type: picture.mime })

/** The browser has read it long before, ms. */
const KEPT = 60_000

const saveBlob = (picture: ExportPicture): void => {
  const url = URL.createObjectURL(blobOf(picture))
  const link = document.createElement('a')
  link.href = url
  link.download = picture.name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(url), KEPT)
}

/** A chart or a board on its own: copied, or saved by the browser. Drawn by the same code as the report. */
export const usePicture = (): Pictures => {
  const t = useT()
  const request = useRequest()
  const [said, setSaid] = useState('')
  const canCopy = window.isSecureContext && typeof ClipboardItem === 'function'
  const take = async (
    { what, chartId, profile = 'participants', lang = REPORT_LANG }: PictureAsk,
    deed: PictureDeed,
  ): Promise<void> => {
    setSaid('')
    const which = { profile, lang, what, ...(chartId === undefined ? {} : { chartId }) }
    const answer = await request('export.picture', { ...which, as: deed === 'svg' ? 'svg' : 'png' })
    if (!answer.ok) {
      reportFailure(answer.error)
      return
    }
    if (deed !== 'copy') {
      saveBlob(answer.value)
      setSaid(t('common:picture.saved'))
      return
    }
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blobOf(answer.value) })])
      setSaid(t('common:picture.copied'))
    } catch {
      setSaid(t('common:picture.notCopied'))
    }
  }
  return { canCopy, said, take }
}

import { Menu } from '@mantine/core'
import { IconPhotoDown } from '@tabler/icons-react'
import type { ExportWhat } from '@core/protocol/requests'
import { useT } from '../../shared/i18n/use-t'
import { PictureItems, PictureSaid } from './picture-items'
import { usePicture } from './use-picture'
import './take-picture.css'

interface TakePictureProps {
  readonly chartId: string
  /** The report that the chart stands in; absent: that of the session. */
  readonly what?: ExportWhat
  /** Of several on one page: which. */
  readonly of?: string
}

/** A chart for a slide or a letter: drawn as in the report for those who took part. */
export const TakePicture = ({ chartId, what = { kind: 'session' }, of }: TakePictureProps) => {
  const t = useT()
  const pictures = usePicture()
  const label = of === undefined ? undefined : t('common:picture.takeOf', { what: of })
  return (
    <div className="take-picture">
      <Menu withinPortal position="bottom-start">
        <Menu.Target>
          <button type="button" className="btn btn-small btn-quiet" aria-label={label}>
            <IconPhotoDown size={17} stroke={1.75} aria-hidden="true" />
            <span>{t('common:picture.take')}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <PictureItems pictures={pictures} ask={{ what, chartId }} />
        </Menu.Dropdown>
      </Menu>
      <PictureSaid pictures={pictures} />
    </div>
  )
}

import { Menu } from '@mantine/core'
import { IconPhotoDown } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { PictureItems, PictureSaid } from '../report/picture-items'
import { usePicture } from '../report/use-picture'

/** A chart of a vote for a slide or a letter: drawn as in the report for those who took part. */
export const TakePicture = ({ chartId }: { readonly chartId: string }) => {
  const t = useT()
  const pictures = usePicture()
  return (
    <div className="take-picture">
      <Menu withinPortal position="bottom-start">
        <Menu.Target>
          <button type="button" className="btn btn-small btn-quiet">
            <IconPhotoDown size={17} stroke={1.75} aria-hidden="true" />
            <span>{t('common:picture.take')}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <PictureItems pictures={pictures} ask={{ what: { kind: 'session' }, chartId }} />
        </Menu.Dropdown>
      </Menu>
      <PictureSaid pictures={pictures} />
    </div>
  )
}

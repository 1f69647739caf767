import { Menu } from '@mantine/core'
import { IconCopy, IconPhotoDown, IconVector } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import type { PictureAsk, PictureDeed, Pictures } from './use-picture'

interface PictureItemsProps {
  readonly pictures: Pictures
  readonly ask: PictureAsk
}

const DEEDS: readonly { readonly deed: PictureDeed; readonly icon: typeof IconCopy }[] = [
  { deed: 'copy', icon: IconCopy },
  { deed: 'png', icon: IconPhotoDown },
  { deed: 'svg', icon: IconVector },
]

/** What can be done with one picture, as items of a menu. */
export const PictureItems = ({ pictures, ask }: PictureItemsProps) => {
  const t = useT()
  return DEEDS.filter(({ deed }) => deed !== 'copy' || pictures.canCopy).map(({ deed, icon: Icon }) => (
    <Menu.Item
      key={deed}
      leftSection={<Icon size={17} stroke={1.75} aria-hidden="true" />}
      onClick={() => void pictures.take(ask, deed)}
    >
      {t(`common:picture.${deed}`)}
    </Menu.Item>
  ))
}

/** How it went, said aloud and read beside the menu. */
export const PictureSaid = ({ pictures }: { readonly pictures: Pictures }) => (
  <span className="small quiet" role="status">
    {pictures.said}
  </span>
)

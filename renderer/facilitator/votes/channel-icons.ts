import { IconDeviceMobile, IconDeviceTablet, IconHandStop, IconPencil } from '@tabler/icons-react'

export const CHANNEL_ICONS = {
  phone: IconDeviceMobile,
  kiosk: IconDeviceTablet,
  paper: IconPencil,
  hands: IconHandStop,
} as const

import type { Settings } from '@core/protocol/views'
import type { RequestArgs } from '@core/protocol/requests'

export type Change = (args: RequestArgs<'settings.set'>) => void

export interface SettingProps {
  readonly settings: Settings
  readonly set: Change
}

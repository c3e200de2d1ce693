import { Text } from 'react-email'
import * as type from './type.ts'

/** What is said after the button: what happens if nothing is pressed. */
export const LastParagraph = ({ children }: { children: string }) => (
  <Text className="ink" style={type.body}>
    {children}
  </Text>
)

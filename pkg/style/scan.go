package style

import "strings"

// scanner walks over the text of a sheet. It knows strings, comments,
// brackets, escapes and bare addresses, and nothing of what they mean.
type scanner struct {
	text string
	at   int
}

// skipSpace passes white space and comments.
func (s *scanner) skipSpace() {
	for s.at < len(s.text) {
		rest := s.text[s.at:]
		switch {
		case space(rest[0]):
			s.at++
		case strings.HasPrefix(rest, "/*"):
			s.comment()
		default:
			return
		}
	}
}

// skipMarks passes the marks of HTML comments too, which mean nothing outside
// of all blocks; within one they spoil the selector behind them.
func (s *scanner) skipMarks() {
	for {
		s.skipSpace()
		switch rest := s.text[s.at:]; {
		case strings.HasPrefix(rest, "<!--"):
			s.at += 4
		case strings.HasPrefix(rest, "-->"):
			s.at += 3
		default:
			return
		}
	}
}

func (s *scanner) comment() {
	if end := strings.Index(s.text[s.at+2:], "*/"); end >= 0 {
		s.at += end + 4
		return
	}
	s.at = len(s.text)
}

// until reads up to one of the bytes of stops outside of brackets, without
// passing it, and gives the text without comments. stop is 0 at the end.
func (s *scanner) until(stops string) (text string, stop byte) {
	start := s.at
	var open []byte // the brackets that are open
	var clean []byte
	for s.at < len(s.text) {
		c := s.text[s.at]
		switch {
		case c == '/' && strings.HasPrefix(s.text[s.at:], "/*"):
			clean = append(append(clean, s.text[start:s.at]...), ' ')
			s.comment()
			start = s.at
			continue
		case len(open) == 0 && strings.IndexByte(stops, c) >= 0:
			return finish(clean, s.text[start:s.at]), c
		case c == '\\':
			s.at++
		case c == '"' || c == '\'':
			s.quoted(c)
			continue
		case c == '(':
			if s.bareURL() {
				continue
			}
			open = append(open, ')')
		case c == '[':
			open = append(open, ']')
		case c == '{': // inside of a bracket, even one that is never closed
			open = append(open, '}')
		case len(open) > 0 && c == open[len(open)-1]:
			open = open[:len(open)-1]
		}
		s.at++
	}
	s.at = len(s.text)
	return finish(clean, s.text[min(start, s.at):]) + shut(open), 0
}

// shut are the round brackets that the end of a sheet closes; any other
// that is open spoils what it stands in.
func shut(open []byte) string {
	if len(open) > maxNesting || strings.Trim(string(open), ")") != "" {
		return ""
	}
	return string(open)
}

func finish(clean []byte, rest string) string {
	if clean == nil {
		return rest
	}
	return string(append(clean, rest...))
}

// quoted passes a string; one without an end stops with its line.
func (s *scanner) quoted(quote byte) {
	for s.at++; s.at < len(s.text); s.at++ {
		switch c := s.text[s.at]; c {
		case quote:
			s.at++
			return
		case '\\':
			s.at++
		case '\n':
			return
		}
	}
	s.at = min(s.at, len(s.text))
}

// bareURL passes url(…) without quotes, in which anything may stand.
func (s *scanner) bareURL() bool {
	if s.at < 3 || !strings.EqualFold(s.text[s.at-3:s.at], "url") {
		return false
	}
	rest := strings.TrimLeft(s.text[s.at+1:min(len(s.text), s.at+40)], " \t\n")
	if strings.HasPrefix(rest, `"`) || strings.HasPrefix(rest, "'") {
		return false
	}
	end := strings.IndexByte(s.text[s.at:], ')')
	if end < 0 {
		s.at = len(s.text)
		return true
	}
	s.at += end + 1
	return true
}

// skipBlock passes what is left of an open block, its end included.
func (s *scanner) skipBlock() {
	for depth := 1; depth > 0; {
		_, stop := s.until("{}")
		s.at++
		switch stop {
		case '{':
			depth++
		case '}':
			depth--
		default:
			s.at = len(s.text)
			return
		}
	}
}

package browser

import (
	"os/exec"
	"syscall"
)

// tie gives the browser a process group of its own, so that Ctrl-C reaches it
// through us, and lets the kernel end it when we are gone without a word.
func tie(cmd *exec.Cmd) {
	if cmd.SysProcAttr == nil {
		cmd.SysProcAttr = new(syscall.SysProcAttr)
	}
	cmd.SysProcAttr.Setpgid = true
	cmd.SysProcAttr.Pdeathsig = syscall.SIGKILL
}

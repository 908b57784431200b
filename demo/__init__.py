"""The demonstration: content as readable files, and the command that enters it as editors would."""
